import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import type { Me } from '@teahouse/contract/members';
import { Unlocked } from '../holder/keep-parts.tsx';
import { useHolder, useObserved } from '../holder/use-holder.ts';
import { useTitle } from '../shell/use-title.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { CredentialStep } from './credential-step.tsx';
import { Sheet } from './form.tsx';
import { SignedIn } from './session.tsx';
import { Step, type StepState } from './step.tsx';
import { BadgeList } from './verification/badge-list.tsx';
import { EmploymentList } from './verification/employment-list.tsx';
import { verificationQuery } from './verification/queries.ts';

/** Which of the steps comes next, given what is done. Steps behind it wait. */
function statesOf(done: readonly boolean[]): StepState[] {
  const next = done.indexOf(false);
  return done.map((is, i) => (is ? 'done' : i === next ? 'next' : 'later'));
}

function EmployerStep({ me, state }: { me: Me; state: StepState }) {
  const { t } = useLingui();
  return (
    <Step
      state={state}
      title={t`Prove where you work`}
      action={
        <Link to="/work" className="btn">
          <Trans>Prove it</Trans>
        </Link>
      }
    >
      {me.employments.length === 0 ? (
        <Trans>By a code to your work address, a mail from there, or a photo of your badge.</Trans>
      ) : (
        <EmploymentList me={me} />
      )}
    </Step>
  );
}

function PhraseStep({ client, me, state }: { client: Teahouse; me: Me; state: StepState }) {
  const { t } = useLingui();
  const { exists, phrasePostponed } = useObserved(client.wallet);
  const elsewhere = me.committed && !exists;
  return (
    <Step
      state={state}
      title={t`Keep your 24 words`}
      action={
        elsewhere ? (
          <Link to="/restore" className="btn">
            <Trans>Enter the 24 words</Trans>
          </Link>
        ) : (
          <Link to="/phrase" className="btn">
            <Trans>Make the key</Trans>
          </Link>
        )
      }
    >
      {phrasePostponed ? (
        <span className="block text-ink">
          <Trans>
            Not on paper yet: if this device is lost, so is every mask.{' '}
            <Link to="/phrase" className="link">
              Write them down
            </Link>
          </Trans>
        </span>
      ) : null}
      {elsewhere ? (
        <Trans>
          Your key was made on another device. Its 24 words bring it here, with every mask you wear.
        </Trans>
      ) : (
        <Trans>
          This device makes a key that nobody else ever has. It can be written as 24 words: the only way back,
          should the device be lost.
        </Trans>
      )}
    </Step>
  );
}

function Checklist({ me, client }: { me: Me; client: Teahouse }) {
  const { t } = useLingui();
  const wallet = useObserved(client.wallet);
  const employed = me.employments.some(({ standing }) => standing === 'current');
  const kept = wallet.exists && (wallet.phraseConfirmed || wallet.phrasePostponed);
  const holds = client.wallet.usable().length > 0;
  const [address, employer, phrase, credential, door] = statesOf([true, employed, kept, holds, false]);
  return (
    <ol>
      <Step state={address ?? 'done'} title={t`Address confirmed`}>
        {me.email}
      </Step>
      <EmployerStep me={me} state={employer ?? 'later'} />
      <PhraseStep client={client} me={me} state={phrase ?? 'later'} />
      <CredentialStep client={client} me={me} state={credential ?? 'later'} />
      <Step
        state={door ?? 'later'}
        title={t`Enter talk`}
        action={
          <Link to="/" className="btn">
            <Trans>Enter talk</Trans>
          </Link>
        }
      >
        <Trans>Behind this door your name stays outside. Nothing that you say there leads back here.</Trans>
      </Step>
    </ol>
  );
}

/** What became of a badge; and for a reviewer, the way to those of others. */
function OwnBadges() {
  const { data } = useQuery(verificationQuery);
  if (!data) return null;
  return (
    <>
      <BadgeList badges={data.badges.filter(({ state }) => state !== 'accepted').slice(0, 1)} />
      {data.reviewer ? (
        <p className="notice mb-9">
          <Link to="/reviews" className="link">
            <Trans>Badges that wait for a reviewer</Trans>
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Papers({ me }: { me: Me }) {
  const { t } = useLingui();
  const client = useHolder(true);
  const { name } = me;
  return (
    <Sheet
      title={<Trans>Good day, {name}</Trans>}
      lead={t`Five things stand between a name and a mask. Each is done once.`}
      aside={
        <div className="space-y-4">
          <h2 className="text-ink">
            <Trans>Why so careful?</Trans>
          </h2>
          <p>
            <Trans>
              Whoever runs this house could be asked, forced or robbed. So the house is built to know nothing
              worth taking: here it knows who works where, there it knows that an employee spoke, and nothing
              joins the two.
            </Trans>
          </p>
        </div>
      }
    >
      <OwnBadges />
      {client ? (
        <Unlocked client={client}>
          <Checklist me={me} client={client} />
        </Unlocked>
      ) : (
        <PageSkeleton />
      )}
    </Sheet>
  );
}

/** What stands between a name and a mask: what is done, and the one thing to do next. */
export function PapersPage() {
  const { t } = useLingui();
  useTitle(t`My papers`);
  return <SignedIn>{(me) => <Papers me={me} />}</SignedIn>;
}
