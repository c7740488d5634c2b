import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useName } from '../ui/use-name.ts';
import { membersApi } from './api.ts';
import { DemoMailHint } from './demo-mail.tsx';
import { EmployerForm } from './employer-form.tsx';
import { memberWords } from './error-words.ts';
import { CodeField, Sheet, Submit, useAction } from './form.tsx';
import { useSetMe } from './queries.ts';
import { SignedIn } from './session.tsx';

/** What the named half answers when a code was sent. */
export type Started = Awaited<ReturnType<typeof membersApi.startEmployment>>;

function WhatTheySee() {
  return (
    <div className="space-y-4">
      <h2 className="text-ink">
        <Trans>What your employer can see</Trans>
      </h2>
      <p>
        <Trans>
          One mail with six digits, from this house to your work address. Whoever runs the mail server can see
          that it came. It says nothing about talk: everyone who is verified gets a credential, whether or not
          they ever speak.
        </Trans>
      </p>
      <p>
        <Trans>No mail ever follows it, and nothing that you do here goes near that address again.</Trans>
      </p>
    </div>
  );
}

/** First of all: from where not to do this. */
function OwnDevice({ onYes }: { onYes: () => void }) {
  return (
    <div className="rise space-y-5">
      <div className="notice danger">
        <h2>
          <Trans>Not on a work device, not on the company's network</Trans>
        </h2>
        <p className="mt-2">
          <Trans>
            A work laptop or telephone may record the screen and the keys, and the company's network sees
            which sites are opened. No cryptography helps against that. Take your own device and your own
            connection.
          </Trans>
        </p>
      </div>
      <button type="button" className="btn" onClick={onYes}>
        <Trans>I am on my own device</Trans>
      </button>
    </div>
  );
}

function Confirm({ started, onBack }: { started: Started; onBack: () => void }) {
  const { t } = useLingui();
  const name = useName();
  const navigate = useNavigate();
  const setMe = useSetMe();
  const company = name(started.company.name);
  const confirm = useAction(async (form: FormData) => {
    const code = String(form.get('code') ?? '').trim();
    setMe(await membersApi.confirmEmployment({ params: { employment: started.employment }, body: { code } }));
    await navigate({ to: '/papers' });
  });
  return (
    <form
      className="rise space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm.run(new FormData(event.currentTarget));
      }}
    >
      <p>
        <Trans>
          A mail went to your address at <strong>{company}</strong>. If you read it at work, read only the
          digits there and type them here.
        </Trans>
      </p>
      <CodeField label={t`Confirmation code`} autoFocus />
      {confirm.error ? <ErrorNotice error={confirm.error} words={memberWords} /> : null}
      <div className="flex flex-wrap gap-4">
        <Submit pending={confirm.pending}>
          <Trans>Confirm</Trans>
        </Submit>
        <button type="button" className="btn quiet" onClick={onBack}>
          <Trans>Another address</Trans>
        </button>
      </div>
      <DemoMailHint />
    </form>
  );
}

function Work({ me }: { me: Me }) {
  const { t } = useLingui();
  const [ownDevice, setOwnDevice] = useState(false);
  const [started, setStarted] = useState<Started>();
  const step = () => {
    if (!ownDevice) return <OwnDevice onYes={() => setOwnDevice(true)} />;
    if (!started) return <EmployerForm onStarted={setStarted} />;
    return <Confirm started={started} onBack={() => setStarted(undefined)} />;
  };
  return (
    <Sheet
      title={t`Prove where you work`}
      lead={
        me.employments.length > 0 ? t`Another employer, or the same one for another half year.` : undefined
      }
      aside={<WhatTheySee />}
    >
      {step()}
    </Sheet>
  );
}

/** Choosing an employer and proving it by a code that is sent there. */
export function WorkPage() {
  const { t } = useLingui();
  useTitle(t`Prove where you work`);
  return <SignedIn>{(me) => <Work me={me} />}</SignedIn>;
}
