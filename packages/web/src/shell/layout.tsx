import { Trans } from '@lingui/react/macro';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useLayoutEffect } from 'react';
import { BottomBar } from './bottom-bar.tsx';
import type { Ground } from './ground.ts';
import { GroundLine } from './ground-line.tsx';
import { Header } from './header.tsx';
import { loadCatalog } from './locale.ts';
import { Stopped } from './stopped.tsx';
import { useArrival } from './use-arrival.ts';

// It stands below everything else, and what comes first has to be small.
const Footer = lazy(async () => {
  const [{ Footer }] = await Promise.all([import('./footer.tsx'), loadCatalog('read')]);
  return { default: Footer };
});

/** The ground of the page on the screen; talk for addresses that lead nowhere. */
function useGround(): Ground {
  return useMatches({
    select: (matches) => matches.findLast(({ staticData }) => staticData.ground)?.staticData.ground ?? 'talk',
  });
}

/** What every page stands in: the ground with its pattern, the head, the quiet line, the page, the bar for thumbs. */
export function Layout() {
  const ground = useGround();
  const announce = useArrival();
  useLayoutEffect(() => {
    document.documentElement.dataset.ground = ground;
  }, [ground]);
  return (
    <>
      <a className="skip" href="#main">
        <Trans>Skip to the page</Trans>
      </a>
      <div className="ground-pattern" aria-hidden="true" />
      <header>
        <Header ground={ground} />
        <GroundLine key={ground} ground={ground} />
      </header>
      <Stopped />
      <main id="main" tabIndex={-1} className="outline-none">
        <Outlet />
      </main>
      <Suspense fallback={<div className="min-h-28" />}>
        <Footer />
      </Suspense>
      <BottomBar ground={ground} />
      <p role="status" className="sr-only">
        {announce}
      </p>
    </>
  );
}
