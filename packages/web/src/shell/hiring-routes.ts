import { createRoute, lazyRouteComponent as page } from '@tanstack/react-router';
import { loadHiring } from '../members/messages/load.ts';
import type { OpenSearch } from '../members/open/question.ts';
import { root } from './root-route.ts';

const frame = createRoute({
  getParentRoute: () => root,
  id: 'hiring',
  staticData: { ground: 'members' },
  component: page(() => import('../members/members-layout.tsx'), 'MembersLayout'),
});
const getParentRoute = () => frame;
const people = createRoute({
  getParentRoute,
  path: '/hire/people',
  validateSearch: (given: Record<string, unknown>): OpenSearch => given,
  component: page(loadHiring, 'PeoplePage'),
});
const application = createRoute({
  getParentRoute,
  path: '/applications/$application',
  component: page(loadHiring, 'ApplicationPage'),
});

/** Messages in an application, and people who are open to work. */
export const hiringRoutes = frame.addChildren([people, application]);
