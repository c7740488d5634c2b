import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Sheet, useAction } from '../form.tsx';
import { useSetMe } from '../queries.ts';
import { SignedIn } from '../session.tsx';
import { OwnData } from './data.tsx';
import { dayWords } from './days.ts';
import { Devices } from './devices.tsx';
import { EmailRow } from './email.tsx';
import { Leave } from './leave.tsx';
import { Passkeys } from './passkeys.tsx';
import { PasswordRow } from './password.tsx';
import { securityQuery } from './queries.ts';
import { Section } from './section.tsx';
import { Tokens } from './tokens.tsx';
import { accountWords } from './words.ts';

/** Where the parts of the page are. */
function Contents() {
  const { t } = useLingui();
  const parts = [
    ['security', t`Sign-in and security`],
    ['devices', t`Devices`],
    ['tokens', t`Access tokens`],
    ['data', t`Your data`],
    ['leave', t`Leave`],
  ] as const;
  return (
    <nav aria-label={t`Settings`}>
      <ul className="flex flex-wrap gap-x-5 lg:block">
        {parts.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`} className="act">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Forgetting() {
  return (
    <div className="mt-8 hidden space-y-4 lg:block">
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
  );
}

function Sections({ me, onLeft }: { me: Me; onLeft: (day: string) => void }) {
  const { data: security, error, isPending } = useQuery(securityQuery);
  if (isPending) return <RowsSkeleton rows={4} />;
  if (error) return <ErrorNotice error={error} words={accountWords} />;
  return (
    <>
      <Section id="security" title={<Trans>Sign-in and security</Trans>}>
        <EmailRow me={me} security={security} />
        <PasswordRow security={security} />
        <Passkeys security={security} />
      </Section>
      <Section
        id="devices"
        title={<Trans>Devices</Trans>}
        lead={
          <Trans>As far as they were seen since the server last started. It keeps no list of visits.</Trans>
        }
      >
        <Devices />
      </Section>
      <Section
        id="tokens"
        title={<Trans>Access tokens</Trans>}
        lead={
          <Trans>
            Keys for your own programs. None opens credentials, employers or these settings, and none works in
            talk.
          </Trans>
        }
      >
        <Tokens security={security} />
      </Section>
      <Section
        id="data"
        title={<Trans>Your data</Trans>}
        lead={
          <Trans>
            Everything the named half keeps of you. Nothing of talk is in it, because nobody can know what of
            it is yours.
          </Trans>
        }
      >
        <OwnData />
      </Section>
      <Section id="leave" title={<Trans>Leave</Trans>}>
        <Leave security={security} onLeft={onLeft} />
      </Section>
    </>
  );
}

function Account({ me, onLeft }: { me: Me; onLeft: (day: string) => void }) {
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
        <div className="lg:sticky lg:top-24">
          <div className="hidden lg:block">
            <Contents />
          </div>
          <Forgetting />
        </div>
      }
    >
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <p className="min-w-0 break-words text-[1.05rem]">
          <strong>{me.name}</strong>
        </p>
        <button type="button" className="btn quiet" onClick={() => void signOut.run()}>
          <Trans>Sign out</Trans>
        </button>
      </div>
      {signOut.error ? <ErrorNotice error={signOut.error} words={accountWords} /> : null}
      <div className="mb-10 lg:hidden">
        <Contents />
      </div>
      <Sections me={me} onLeft={onLeft} />
    </Sheet>
  );
}

function Left({ day }: { day: string }) {
  const { t, i18n } = useLingui();
  const on = dayWords(day, i18n.locale);
  return (
    <Sheet title={t`Your account sleeps`}>
      <div role="status" className="space-y-5">
        <p>
          <Trans>
            Nobody sees it any more. On {on} it is deleted for good. If you sign in before then, you can come
            back as if nothing had happened.
          </Trans>
        </p>
        <p>
          <Link to="/signin" className="link">
            <Trans>Sign in and come back</Trans>
          </Link>
        </p>
      </div>
    </Sheet>
  );
}

/** Ways in, devices, access tokens, what is kept, and the way out. */
export function AccountPage() {
  const { t } = useLingui();
  useTitle(t`Account`);
  const setMe = useSetMe();
  const [left, setLeft] = useState<string>();
  if (left) return <Left day={left} />;
  return (
    <SignedIn>
      {(me) => (
        <Account
          me={me}
          onLeft={(day) => {
            setLeft(day);
            setMe(null);
          }}
        />
      )}
    </SignedIn>
  );
}
