import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { useName } from '../ui/use-name.ts';
import { membersApi } from './api.ts';
import { DemoMailHint } from './demo-mail.tsx';
import { EmployerForm } from './employer-form.tsx';
import { memberWords } from './error-words.ts';
import { CodeField, Sheet, Submit, useAction } from './form.tsx';
import { useSetMe } from './queries.ts';
import { SignedIn } from './session.tsx';
import { BadgeList } from './verification/badge-list.tsx';
import { BadgeWay } from './verification/badge-way.tsx';
import { LetterWay } from './verification/letter-way.tsx';
import { verificationQuery } from './verification/queries.ts';
import { SeenCard, type Way } from './verification/seen-card.tsx';
import { Ways } from './verification/ways.tsx';

/** What the named half answers when a code was sent. */
export type Started = Awaited<ReturnType<typeof membersApi.startEmployment>>;

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

function CodeWay() {
  const [started, setStarted] = useState<Started>();
  return started ? (
    <Confirm started={started} onBack={() => setStarted(undefined)} />
  ) : (
    <EmployerForm onStarted={setStarted} />
  );
}

/** The three ways, or the one that was chosen. */
function Choose({ me, way, onWay }: { me: Me; way: Way | undefined; onWay: (way: Way | undefined) => void }) {
  const { data, error } = useQuery(verificationQuery);
  if (error) return <ErrorNotice error={error} words={memberWords} />;
  if (!data) return <RowsSkeleton rows={3} />;
  if (way === undefined) {
    return (
      <>
        <BadgeList badges={data.badges} />
        <Ways verification={data} onPick={onWay} />
      </>
    );
  }
  return (
    <>
      {way === 'code' ? <CodeWay /> : null}
      {way === 'letter' ? <LetterWay me={me} /> : null}
      {way === 'badge' ? <BadgeWay onSent={() => onWay(undefined)} /> : null}
      <p className="mt-8">
        <button type="button" className="act" onClick={() => onWay(undefined)}>
          <Trans>Another way</Trans>
        </button>
      </p>
    </>
  );
}

function Work({ me }: { me: Me }) {
  const { t } = useLingui();
  const [ownDevice, setOwnDevice] = useState(false);
  const [way, setWay] = useState<Way>();
  return (
    <Sheet
      title={t`Prove where you work`}
      lead={
        me.employments.length > 0 ? t`Another employer, or the same one for another half year.` : undefined
      }
      aside={ownDevice && way ? <SeenCard way={way} level="h2" /> : undefined}
    >
      {ownDevice ? (
        <Choose me={me} way={way} onWay={setWay} />
      ) : (
        <OwnDevice onYes={() => setOwnDevice(true)} />
      )}
    </Sheet>
  );
}

/** Choosing how to prove an employer, and doing it. */
export function WorkPage() {
  const { t } = useLingui();
  useTitle(t`Prove where you work`);
  return <SignedIn>{(me) => <Work me={me} />}</SignedIn>;
}
