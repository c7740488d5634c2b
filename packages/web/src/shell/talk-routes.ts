import { createRoute } from '@tanstack/react-router';
import { sortSearch, squareSearch } from '../talk/find/lists/sort.ts';
import type { Question } from '../talk/find/more/question.ts';
import type { LogQuestion } from '../talk/order/log-question.ts';
import { page } from './page.ts';
import { root } from './root-route.ts';

const talk = createRoute({ getParentRoute: () => root, id: 'talk', staticData: { ground: 'talk' } });
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
const keep = () => import('../talk/keep/pages.ts');
const lock = createRoute({
  getParentRoute: () => talk,
  path: '/lock',
  component: page(['write', 'keep'], keep, 'LockPage'),
});
const forget = createRoute({
  getParentRoute: () => talk,
  path: '/forget',
  component: page(['write', 'keep'], keep, 'ForgetPage'),
});
const forgotten = createRoute({
  getParentRoute: () => talk,
  path: '/forgotten',
  component: page('keep', keep, 'ForgottenPage'),
});
const inbox = createRoute({
  getParentRoute: () => talk,
  path: '/inbox',
  component: page(
    ['read', 'inside', 'order', 'write'],
    () => import('../talk/inbox/inbox-page.tsx'),
    'InboxPage',
  ),
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

// One chunk: who reads one of them may well read the next.
const order = () => import('../talk/order/pages.ts');
const rules = createRoute({
  getParentRoute: () => talk,
  path: '/rules',
  component: page('order', order, 'RulesPage'),
});
const decisions = createRoute({
  getParentRoute: () => talk,
  path: '/log/decisions',
  // Looked through on the page itself, which is not loaded yet.
  validateSearch: (search: Record<string, unknown>): LogQuestion => search,
  component: page('order', order, 'DecisionsPage'),
});
const transparency = createRoute({
  getParentRoute: () => talk,
  path: '/transparency',
  component: page('order', order, 'TransparencyPage'),
});
const tokens = createRoute({
  getParentRoute: () => talk,
  path: '/tokens',
  component: page(['order', 'write', 'keep'], order, 'TokensPage'),
});

/** Talk's pages: one of them is the first that most people see. */
export const talkRoutes = talk.addChildren([
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
  rules,
  decisions,
  transparency,
  tokens,
]);
