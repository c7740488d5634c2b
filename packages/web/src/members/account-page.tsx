import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../shell/use-title.ts';
import { Ask } from '../ui/ask.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { membersApi } from './api.ts';
import { memberWords } from './error-words.ts';
import { Field, Sheet, useAction } from './form.tsx';
import { sessionsQuery, useSetMe } from './queries.ts';
import { SignedIn } from './session.tsx';

/** A month such as 2026-11, as people say it. */
const monthWords = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01`));

function Devices() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery(sessionsQuery);
  const again = () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const end = useAction(async (session: string | null) => {
    if (session === null) await membersApi.endOtherSessions();
    else await membersApi.endSession({ params: { session } });
    await again();
  });
  if (isPending) return <RowsSkeleton rows={2} />;
  if (error) return <ErrorNotice error={error} words={memberWords} />;
  const others = data.sessions.filter(({ current }) => !current);
  const sessions = data.sessions.map((one) => ({ ...one, since: monthWords(one.since, i18n.locale) }));
  return (
    <>
      <ul>
        {sessions.map(({ id, device, since, current }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4 border-t border-line py-2">
            <span>
              {device || t`An unnamed device`}
              <span className="block text-[0.86rem] text-ink-2">
                {current ? <Trans>this one, since {since}</Trans> : <Trans>since {since}</Trans>}
              </span>
            </span>
            {current ? null : (
              <button type="button" className="act" onClick={() => void end.run(id)}>
                <Trans>Sign out</Trans>
              </button>
            )}
          </li>
        ))}
      </ul>
      {end.error ? <ErrorNotice error={end.error} words={memberWords} /> : null}
      {others.length > 0 ? (
        <button type="button" className="btn quiet mt-4" onClick={() => void end.run(null)}>
          <Trans>Sign out everywhere else</Trans>
        </button>
      ) : null}
    </>
  );
}

function DeleteAccount() {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const setMe = useSetMe();
  const navigate = useNavigate();
  const remove = useAction(async (form: FormData) => {
    await membersApi.deleteAccount({ body: { password: String(form.get('password') ?? '') } });
    setMe(null);
    await navigate({ to: '/' });
  });
  return (
    <section className="mt-12 border-t border-line pt-6">
      <h2>
        <Trans>Delete the account</Trans>
      </h2>
      <p className="mt-2 text-[0.95rem] text-ink-2">
        <Trans>
          Name, addresses and employers are erased for good. What was said in talk stays: nobody knows which
          of it was yours.
        </Trans>
      </p>
      <button type="button" className="btn danger mt-4" onClick={() => setAsking(true)}>
        <Trans>Delete the account</Trans>
      </button>
      <Ask open={asking} title={t`Delete the account for good?`} onClose={() => setAsking(false)}>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            void remove.run(new FormData(event.currentTarget));
          }}
        >
          <Field
            label={t`Password`}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          {remove.error ? <ErrorNotice error={remove.error} words={memberWords} /> : null}
          <p className="flex flex-wrap gap-3">
            <button type="submit" className="btn danger">
              <Trans>Delete for good</Trans>
            </button>
            <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
              <Trans>Leave it</Trans>
            </button>
          </p>
        </form>
      </Ask>
    </section>
  );
}

function Account({ me }: { me: Me }) {
  const { t } = useLingui();
  const setMe = useSetMe();
  const navigate = useNavigate();
  const signOut = useAction(async () => {
    await membersApi.signOut();
    setMe(null);
    await navigate({ to: '/' });
  });
  return (
    <Sheet
      title={t`Account`}
      aside={
        <div className="space-y-4">
          <h2 className="text-ink">
            <Trans>Signing out is not forgetting</Trans>
          </h2>
          <p>
            <Trans>
              Your key and your masks live on the device, not in the account.{' '}
              <Link to="/mine" className="link">
                “Mine”
              </Link>{' '}
              has the button that makes a device forget them.
            </Trans>
          </p>
        </div>
      }
    >
      <p className="text-[1.05rem]">
        <strong>{me.name}</strong>
        <span className="block text-ink-2">{me.email}</span>
      </p>
      {signOut.error ? <ErrorNotice error={signOut.error} words={memberWords} /> : null}
      <button type="button" className="btn quiet mt-4 mb-12" onClick={() => void signOut.run()}>
        <Trans>Sign out</Trans>
      </button>
      <section>
        <h2 className="pb-3">
          <Trans>Signed in on</Trans>
        </h2>
        <Devices />
      </section>
      <DeleteAccount />
    </Sheet>
  );
}

/** Devices, signing out, the end of the account. */
export function AccountPage() {
  const { t } = useLingui();
  useTitle(t`Account`);
  return <SignedIn>{(me) => <Account me={me} />}</SignedIn>;
}
