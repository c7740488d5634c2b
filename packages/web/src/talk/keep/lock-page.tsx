import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Teahouse } from '@teahouse/client';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { LockOn } from './lock-on.tsx';
import { TurnOn } from './turn-on.tsx';
import { Unlock } from './unlock.tsx';

/** Against whom a lock helps, and against whom it does not. docs/threat-model.md. */
function Limits() {
  return (
    <div className="space-y-4">
      <h2 className="text-ink">
        <Trans>What it is for</Trans>
      </h2>
      <p>
        <Trans>
          While it is locked, whoever takes this device, or copies its files, can't see that you spoke, where,
          or what you were about to say.
        </Trans>
      </p>
      <p>
        <Trans>
          It does not help while it is unlocked, against a program that watches your keys, or against somebody
          who can make you say the passphrase. Forgetting everything leaves nothing to ask for.
        </Trans>
      </p>
      <p>
        <Trans>
          Pages that you read stay in the browser's own history, as with every site. Where that matters, read
          in a private window.
        </Trans>
      </p>
    </div>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Empty
      title={t`There is nothing to lock yet`}
      action={
        <Link to="/join" className="btn">
          <Trans>Get your mask</Trans>
        </Link>
      }
    >
      <p>
        <Trans>A lock is for what a device keeps: key, masks, tokens, drafts. None of it is here.</Trans>
      </p>
    </Empty>
  );
}

function Here({ client }: { client: Teahouse }) {
  const { state } = useObserved(client.deviceLock);
  const { exists } = useObserved(client.wallet);
  if (state === 'locked') return <Unlock client={client} />;
  if (!exists) return <Nothing />;
  return state === 'open' ? <LockOn client={client} /> : <TurnOn client={client} />;
}

/** The lock over what this device keeps: turning it on, what opens it, when it falls shut. product.md T14. */
export function LockPage() {
  const { t } = useLingui();
  useTitle(t`Lock this device`);
  const client = useHolder(true);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-10 pt-6 sm:pt-9 lg:grid-cols-[minmax(0,36rem)_minmax(0,20rem)]">
      <div className="min-w-0">
        <h1 className="pb-5">
          <Trans>Lock this device</Trans>
        </h1>
        {client ? <Here client={client} /> : <PageSkeleton />}
      </div>
      <aside className="text-[0.95rem] text-ink-2 lg:pt-3">
        <Limits />
      </aside>
    </div>
  );
}
