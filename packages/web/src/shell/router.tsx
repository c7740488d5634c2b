import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { sortSearch, squareSearch } from '../talk/find/lists/sort.ts';
import type { Question } from '../talk/find/more/question.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { Layout } from './layout.tsx';
import { loadCatalog, type Part } from './locale.ts';
import { PageError } from './page-error.tsx';

/** On which ground a page stands: it decides the colours, what the header shows, and whether a name may appear. */
export type Ground = 'talk' | 'members';
declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    ground?: Ground;
  }
  interface Register {
    router: typeof router;
  }
}

/** A page with the words of its part, or parts, all fetched when it is first shown. */
function page<M extends Record<K, () => React.ReactNode>, K extends string>(
  part: Part | readonly Part[],
  load: () => Promise<M>,
  name: K,
) {
  return lazyRouteComponent(
    async () => (await Promise.all([load(), ...[part].flat().map(loadCatalog)]))[0],
    name,
  );
}

const root = createRootRoute({
  component: Layout,
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
});
const talk = createRoute({ getParentRoute: () => root, id: 'talk', staticData: { ground: 'talk' } });
const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  staticData: { ground: 'members' },
  component: lazyRouteComponent(() => import('../members/members-layout.tsx'), 'MembersLayout'),
});

const square = createRoute({
  getParentRoute: () => talk,
  path: '/',
  validateSearch: squareSearch,
  component: page('first', () => import('../talk/read/square-page.tsx'), 'SquarePage'),
});
const rooms = createRoute({
  getParentRoute: () => talk,
  path: '/rooms',
  component: page('read', () => import('../talk/read/rooms-page.tsx'), 'RoomsPage'),
});
const roomRoute = createRoute({
  getParentRoute: () => talk,
  path: '/r/$room',
  validateSearch: sortSearch,
  component: page('read', () => import('../talk/read/room-page.tsx'), 'RoomPage'),
});
const threadRoute = createRoute({
  getParentRoute: () => talk,
  path: '/r/$room/t/$thread',
  component: page('read', () => import('../talk/read/thread-page.tsx'), 'ThreadPage'),
});
const composeRoute = createRoute({
  getParentRoute: () => talk,
  path: '/r/$room/new',
  component: page(['read', 'write'], () => import('../talk/write/compose-page.tsx'), 'ComposePage'),
});
const search = createRoute({
  getParentRoute: () => talk,
  path: '/talk/search',
  // Looked through on the page itself, which is not loaded yet.
  validateSearch: (search: Record<string, unknown>): Question => search,
  component: page('find', () => import('../talk/find/more/search-page.tsx'), 'SearchPage'),
});
const mine = createRoute({
  getParentRoute: () => talk,
  path: '/mine',
  component: page(['write', 'keep'], () => import('../talk/write/mine-page.tsx'), 'MinePage'),
});
const lock = createRoute({
  getParentRoute: () => talk,
  path: '/lock',
  component: page(['write', 'keep'], () => import('../talk/keep/lock-page.tsx'), 'LockPage'),
});
const forget = createRoute({
  getParentRoute: () => talk,
  path: '/forget',
  component: page(['write', 'keep'], () => import('../talk/keep/forget-page.tsx'), 'ForgetPage'),
});
const forgotten = createRoute({
  getParentRoute: () => talk,
  path: '/forgotten',
  component: page('keep', () => import('../talk/keep/forgotten-page.tsx'), 'ForgottenPage'),
});
const inbox = createRoute({
  getParentRoute: () => talk,
  path: '/inbox',
  component: page(['read', 'inside'], () => import('../talk/inbox/inbox-page.tsx'), 'InboxPage'),
});
const verify = createRoute({
  getParentRoute: () => talk,
  path: '/verify',
  component: page('proof', () => import('../proof/verify-page.tsx'), 'VerifyPage'),
});
const log = createRoute({
  getParentRoute: () => talk,
  path: '/log',
  component: page('proof', () => import('../log/log-page.tsx'), 'LogPage'),
});

const about = createRoute({
  getParentRoute: () => members,
  path: '/about',
  component: page('about', () => import('../about/about-page.tsx'), 'AboutPage'),
});
const join = createRoute({
  getParentRoute: () => members,
  path: '/join',
  component: page('members', () => import('../members/join-page.tsx'), 'JoinPage'),
});
const signIn = createRoute({
  getParentRoute: () => members,
  path: '/signin',
  component: page('members', () => import('../members/sign-in-page.tsx'), 'SignInPage'),
});
const confirm = createRoute({
  getParentRoute: () => members,
  path: '/confirm',
  component: page('members', () => import('../members/confirm-page.tsx'), 'ConfirmPage'),
});
const home = createRoute({
  getParentRoute: () => members,
  path: '/home',
  component: page('members', () => import('../members/home-page.tsx'), 'HomePage'),
});
const work = createRoute({
  getParentRoute: () => members,
  path: '/work',
  component: page('members', () => import('../members/work-page.tsx'), 'WorkPage'),
});
const phrase = createRoute({
  getParentRoute: () => members,
  path: '/phrase',
  component: page('members', () => import('../members/phrase-page.tsx'), 'PhrasePage'),
});
const restore = createRoute({
  getParentRoute: () => members,
  path: '/restore',
  component: page(['members', 'keep'], () => import('../members/restore-page.tsx'), 'RestorePage'),
});
const account = createRoute({
  getParentRoute: () => members,
  path: '/account',
  component: page('members', () => import('../members/account-page.tsx'), 'AccountPage'),
});
const mailbox = createRoute({
  getParentRoute: () => members,
  path: '/dev/mailbox',
  component: page('members', () => import('../members/mailbox-page.tsx'), 'MailboxPage'),
});

const routeTree = root.addChildren([
  talk.addChildren([
    square,
    rooms,
    roomRoute,
    threadRoute,
    composeRoute,
    search,
    mine,
    inbox,
    lock,
    forget,
    forgotten,
    verify,
    log,
  ]),
  members.addChildren([about, join, signIn, confirm, home, work, phrase, restore, account, mailbox]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 100,
  defaultErrorComponent: PageError,
});
