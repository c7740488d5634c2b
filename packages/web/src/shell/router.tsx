import { type AnyRoute, createRoute, createRouter, notFound, redirect } from '@tanstack/react-router';
import { PageSkeleton } from '../ui/skeleton.tsx';
import type { putTogether } from './more-routes.ts';
import { PageError } from './page-error.tsx';
import { root } from './root-route.ts';
import { talkRoutes } from './talk-routes.ts';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Any address that is none of talk's: perhaps one of the routes that are not loaded yet. */
const elsewhere = createRoute({
  getParentRoute: () => root,
  path: '$',
  beforeLoad: async ({ location: { pathname, search, hash } }) => {
    if (isWhole) throw notFound();
    await openMore();
    throw redirect({ to: pathname, search, hash, replace: true } as never);
  },
});

/** The tree as it is with the routes that come later: links to them are checked as all others are. */
type Whole = ReturnType<typeof putTogether>;

let isWhole = false;

/** Puts the routes of the named half and of the desk into the tree: who reads the square does not carry them along. */
async function openMore(): Promise<void> {
  const { putTogether } = await import('./more-routes.ts');
  putTogether();
  // It stays: while it waits here it may be on the screen, and the router looks up what it shows.
  root.addChildren([...(root.children as AnyRoute[]), elsewhere]);
  isWhole = true;
  router.setRoutes(router.buildRouteTree());
}

/** Before the first page is drawn: the ground it stands on is known with its route. */
export async function openFirst(): Promise<void> {
  const first = router.matchRoutes(router.latestLocation).at(-1);
  if ((first?.routeId as string | undefined) === elsewhere.id) await openMore();
}

export const router = createRouter({
  routeTree: root.addChildren([talkRoutes, elsewhere]) as unknown as Whole,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 100,
  defaultErrorComponent: PageError,
});
