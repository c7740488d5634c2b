import { createRoute } from '@tanstack/react-router';
import type { JobSearch } from '../members/jobs/question.ts';
import type { MineView } from '../members/jobs/tabs.tsx';
import type { NetworkSearch } from '../members/network/search.ts';
import type { Question } from '../members/search/question.ts';
import { companyRoutes } from './company-routes.ts';
import { consoleRoutes } from './console-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { hireRoutes } from './hire-routes.ts';
import { members } from './members-route.ts';
import { page } from './page.ts';
import { root } from './root-route.ts';
import { talkRoutes } from './talk-routes.ts';

/* Routes of the named half and of the desk: loaded with the first of them that is opened (router.tsx). */

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
// One chunk: whoever has an account goes from one to the next.
const own = () => import('../members/pages.ts');
const confirm = createRoute({
  getParentRoute: () => members,
  path: '/confirm',
  component: page('members', own, 'ConfirmPage'),
});
const papers = createRoute({
  getParentRoute: () => members,
  path: '/papers',
  component: page('members', own, 'PapersPage'),
});
const work = createRoute({
  getParentRoute: () => members,
  path: '/work',
  component: page('members', own, 'WorkPage'),
});
const reviews = createRoute({
  getParentRoute: () => members,
  path: '/reviews',
  component: page('members', own, 'ReviewsPage'),
});
const phrase = createRoute({
  getParentRoute: () => members,
  path: '/phrase',
  component: page('members', own, 'PhrasePage'),
});
const restore = createRoute({
  getParentRoute: () => members,
  path: '/restore',
  component: page(['members', 'keep'], () => import('../members/restore-page.tsx'), 'RestorePage'),
});
const settings = async () => (await own()).loadSettings();
const account = createRoute({
  getParentRoute: () => members,
  path: '/account',
  component: page('members', settings, 'AccountPage'),
});
// Ways back into an account, one route for all.
const wayBack = createRoute({
  getParentRoute: () => members,
  path: '/account/$way',
  component: page('members', settings, 'WayBackPage'),
});
const mailbox = createRoute({
  getParentRoute: () => members,
  path: '/dev/mailbox',
  component: page('members', own, 'MailboxPage'),
});

// One chunk: who looks at people goes from a page to the list and back.
const people = () => import('../members/network/pages.ts');
const network = createRoute({
  getParentRoute: () => members,
  path: '/network',
  // Looked through on the page itself, which is not loaded yet.
  validateSearch: (search: Record<string, unknown>): NetworkSearch => search,
  component: page(['members', 'people'], people, 'NetworkPage'),
});
const person = createRoute({
  getParentRoute: () => members,
  path: '/in/$handle',
  component: page(['members', 'people'], people, 'PersonPage'),
});
const me = createRoute({
  getParentRoute: () => members,
  path: '/me',
  component: page(['members', 'people'], people, 'MePage'),
});

const search = createRoute({
  getParentRoute: () => members,
  path: '/search',
  validateSearch: (given: Record<string, unknown>): Question => given,
  component: page(
    ['members', 'people', 'seek'],
    () => import('../members/search/search-page.tsx'),
    'SearchPage',
  ),
});

// One chunk: moderators go from one to the next.
const order = () => import('../members/order/pages.ts');
const standing = createRoute({
  getParentRoute: () => members,
  path: '/standing',
  component: page(['members', 'house'], order, 'StandingPage'),
});
const house = createRoute({
  getParentRoute: () => members,
  path: '/house',
  validateSearch: (given: Record<string, unknown>): { state?: 'closed' } => given,
  component: page(['members', 'house'], order, 'QueuePage'),
});
const houseCase = createRoute({
  getParentRoute: () => members,
  path: '/house/case/$case',
  component: page(['members', 'house'], order, 'CasePage'),
});
const houseAppeals = createRoute({
  getParentRoute: () => members,
  path: '/house/appeals',
  component: page(['members', 'house'], order, 'AppealsPage'),
});
const houseLog = createRoute({
  getParentRoute: () => members,
  path: '/house/log',
  component: page(['members', 'house'], order, 'LogPage'),
});
const developers = createRoute({
  getParentRoute: () => members,
  path: '/developers',
  component: page('developers', () => import('../developers/developers-page.tsx'), 'DevelopersPage'),
});

// One chunk: who reads the feed goes to a post and to the notices, and back.
const feed = () => import('../members/feed/pages.ts');
const feedWords = ['members', 'people', 'feed'] as const;
const home = createRoute({
  getParentRoute: () => members,
  path: '/home',
  component: page(feedWords, feed, 'FeedPage'),
});
const post = createRoute({
  getParentRoute: () => members,
  path: '/p/$post',
  component: page(feedWords, feed, 'PostPage'),
});
const notices = createRoute({
  getParentRoute: () => members,
  path: '/notices',
  component: page(feedWords, feed, 'NoticesPage'),
});

// One chunk with its words, which the first page does not know of.
const loadJobs = async () => (await import('../members/jobs/load.ts')).loadJobs();
const jobs = createRoute({
  getParentRoute: () => members,
  path: '/jobs',
  validateSearch: (given: Record<string, unknown>): JobSearch => given,
  component: page('members', loadJobs, 'JobsPage'),
});
const ownJobs = createRoute({
  getParentRoute: () => members,
  path: '/jobs/mine',
  validateSearch: (given: Record<string, unknown>): { view?: MineView } => given,
  component: page(['members', 'people'], loadJobs, 'MinePage'),
});
const postJob = createRoute({
  getParentRoute: () => members,
  path: '/jobs/post',
  validateSearch: (given: Record<string, unknown>): { job?: string } => given,
  component: page('members', loadJobs, 'PostPage'),
});
const job = createRoute({
  getParentRoute: () => members,
  path: '/jobs/$job',
  component: page(['members', 'people'], loadJobs, 'JobPage'),
});
const named = members.addChildren([
  about,
  join,
  signIn,
  confirm,
  papers,
  work,
  reviews,
  phrase,
  restore,
  account,
  wayBack,
  mailbox,
  network,
  person,
  me,
  search,
  standing,
  house,
  houseCase,
  houseAppeals,
  houseLog,
  developers,
  home,
  post,
  notices,
  jobs,
  ownJobs,
  postJob,
  job,
  ...companyRoutes,
]);

/** The whole tree. `root` keeps it; the router has to be told (router.tsx). */
export const putTogether = () => root.addChildren([talkRoutes, named, hireRoutes, consoleRoutes, deskRoutes]);
