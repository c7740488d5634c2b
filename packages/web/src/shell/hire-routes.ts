import { createRoute, lazyRouteComponent as page } from '@tanstack/react-router';
import { loadHire } from '../members/hire/load.ts';
import { loadHiring } from '../members/open/load.ts';
import type { OpenSearch } from '../members/open/question.ts';
import { root } from './root-route.ts';

const frame = createRoute({
  getParentRoute: () => root,
  id: 'hire',
  staticData: { ground: 'members' },
  component: page(() => import('../members/members-layout.tsx'), 'MembersLayout'),
});
const getParentRoute = () => frame;
const jobs = createRoute({ getParentRoute, path: '/hire', component: page(loadHire, 'HirePage') });
const board = createRoute({
  getParentRoute,
  path: '/hire/$job',
  validateSearch: ({ application }: Record<string, unknown>): { application?: string } =>
    typeof application === 'string' ? { application } : {},
  component: page(loadHire, 'BoardPage'),
});
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

/** The recruiter's desk, and messages in an application: of these no other page loads anything. */
export const hireRoutes = frame.addChildren([jobs, board, people, application]);
