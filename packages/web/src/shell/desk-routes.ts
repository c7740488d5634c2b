import { createRoute, lazyRouteComponent as page } from '@tanstack/react-router';
import type { QueueSearch } from '../desk/queue/search.ts';
import { loadDesk } from './load-desk.ts';
import { root } from './root-route.ts';

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  staticData: { ground: 'desk' },
  component: page(loadDesk, 'DeskLayout'),
});
const getParentRoute = () => desk;
const queue = createRoute({
  getParentRoute,
  path: '/',
  // Looked through on the page itself, which is not loaded yet.
  validateSearch: (search: Record<string, unknown>): QueueSearch => search,
  component: page(loadDesk, 'QueuePage'),
});
const enrol = createRoute({ getParentRoute, path: '/enrol', component: page(loadDesk, 'EnrolPage') });
const oneCase = createRoute({
  getParentRoute,
  path: '/case/$room/$post',
  component: page(loadDesk, 'CasePage'),
});
const appeals = createRoute({ getParentRoute, path: '/appeals', component: page(loadDesk, 'AppealsPage') });
const statistics = createRoute({
  getParentRoute,
  path: '/statistics',
  component: page(loadDesk, 'StatisticsPage'),
});
const staff = createRoute({ getParentRoute, path: '/staff', component: page(loadDesk, 'StaffPage') });
const me = createRoute({ getParentRoute, path: '/me', component: page(loadDesk, 'MePage') });

/** The desk, where staff keep order: a part of its own, of which no other page loads anything. */
export const deskRoutes = desk.addChildren([queue, enrol, oneCase, appeals, statistics, staff, me]);
