import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { deskLimits } from '@teahouse/contract/desk/limits';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { deskApi } from '../data/api.ts';
import { deskQueries, meKey } from '../data/query-client.ts';
import { CodeField, Field, Paper, Submit } from '../frame/form.tsx';
import { LimitsOfDesk } from '../frame/limits-of-desk.tsx';
import { deskWords } from '../words/error-words.ts';
import { QrCode } from './qr.tsx';

interface Enrolling {
  readonly password: string;
  readonly name: string;
  readonly secret: string;
  readonly uri: string;
}

function ChoosePassword({ invite, onDone }: { invite: string; onDone: (enrolling: Enrolling) => void }) {
  const { t } = useLingui();
  const least = deskLimits.passwordCharactersLeast;
  const choose = useAction(async (password: string) => {
    onDone({ ...(await deskApi.enrol({ body: { invite, password } })), password });
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void choose.run(String(new FormData(event.currentTarget).get('password') ?? ''));
      }}
    >
      <Field
        label={t`Choose a password`}
        hint={t`At least ${least} characters; best a sentence, or what a password manager draws.`}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={least}
        maxLength={deskLimits.passwordCharacters}
        required
      />
      {choose.error ? <ErrorNotice error={choose.error} words={deskWords} /> : null}
      <Submit pending={choose.pending}>
        <Trans>To the second step</Trans>
      </Submit>
    </form>
  );
}

function Confirm({ invite, enrolling }: { invite: string; enrolling: Enrolling }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { name, password, secret, uri } = enrolling;
  const confirm = useAction(async (code: string) => {
    const me = await deskApi.enrolConfirm({ body: { invite, password, code } });
    deskQueries.setQueryData(meKey, me);
    await navigate({ to: '/desk', replace: true });
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm.run(String(new FormData(event.currentTarget).get('code') ?? ''));
      }}
    >
      <p>
        <Trans>
          Your name at the desk is <strong>{name}</strong>. Scan this with an authenticator app; it gives six
          digits that change every half minute.
        </Trans>
      </p>
      <QrCode text={uri} label={t`QR code for the authenticator app`} />
      <div>
        <p className="text-[0.9rem] text-ink-2">
          <Trans>Or type this in by hand:</Trans>
        </p>
        <p data-secret className="font-mono text-[1.05rem] tracking-wider break-all">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </p>
      </div>
      <CodeField label={t`Six digits`} hint={t`What the app shows now.`} />
      {confirm.error ? <ErrorNotice error={confirm.error} words={deskWords} /> : null}
      <Submit pending={confirm.pending}>
        <Trans>Sit down at the desk</Trans>
      </Submit>
    </form>
  );
}

/** Taking up an invitation. The link carries it behind `#`: it reaches no server before the form is sent. */
export function EnrolPage() {
  const { t } = useLingui();
  useTitle(t`Invitation`);
  const [invite] = useState(() => location.hash.slice(1));
  const [enrolling, setEnrolling] = useState<Enrolling>();
  return (
    <Paper
      title={t`An invitation to the desk`}
      lead={t`Two steps: a password, and an app that gives six digits.`}
      aside={<LimitsOfDesk />}
    >
      {!/^[\w-]{43}$/.test(invite) ? (
        <ErrorNotice code="invite-unknown" words={deskWords} />
      ) : enrolling ? (
        <Confirm invite={invite} enrolling={enrolling} />
      ) : (
        <ChoosePassword invite={invite} onDone={setEnrolling} />
      )}
    </Paper>
  );
}
