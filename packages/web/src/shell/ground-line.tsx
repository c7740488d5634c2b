import { Trans } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { hasHolder } from '../holder/marker.ts';
import type { Ground } from './ground.ts';
import { loadCatalog } from './locale.ts';

const KnownLine = lazy(async () => {
  const [{ KnownLine }] = await Promise.all([import('../talk/write/known-line.tsx'), loadCatalog('write')]);
  return { default: KnownLine };
});

function Visitor() {
  return <Trans>This page knows nothing about you: you are reading without an account.</Trans>;
}

/** While the wallet is being opened. */
function Inside() {
  return <Trans>You are inside.</Trans>;
}

/** The quiet line under the head of every page of talk: what the page knows about whoever looks at it. */
export function GroundLine({ ground }: { ground: Ground }) {
  if (ground !== 'talk') return null;
  return (
    <p className="page fade min-h-6 text-[0.82rem] text-ink-2">
      {hasHolder() ? (
        <Suspense fallback={<Inside />}>
          <KnownLine visitor={<Visitor />} opening={<Inside />} />
        </Suspense>
      ) : (
        <Visitor />
      )}
    </p>
  );
}
