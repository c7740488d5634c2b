import { createRoute, lazyRouteComponent as page } from '@tanstack/react-router';
import { loadHire } from '../members/hire/load.ts';
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

/** The recruiter's desk: a part of its own, of which no other page loads anything. */
export const hireRoutes = frame.addChildren([jobs, board]);
