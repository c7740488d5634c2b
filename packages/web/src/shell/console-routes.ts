import { createRoute, lazyRouteComponent as page } from '@tanstack/react-router';
import { loadConsole } from '../members/console/load.ts';
import { root } from './root-route.ts';

const frame = createRoute({
  getParentRoute: () => root,
  id: 'console',
  staticData: { ground: 'members' },
  component: page(() => import('../members/members-layout.tsx'), 'MembersLayout'),
});
const getParentRoute = () => frame;
const overview = createRoute({
  getParentRoute,
  path: '/console',
  component: page(loadConsole, 'OverviewPage'),
});
const companies = createRoute({
  getParentRoute,
  path: '/console/companies',
  component: page(loadConsole, 'CompaniesPage'),
});
const claims = createRoute({
  getParentRoute,
  path: '/console/claims',
  component: page(loadConsole, 'ClaimsPage'),
});
const members = createRoute({
  getParentRoute,
  path: '/console/members',
  component: page(loadConsole, 'MembersPage'),
});
const staff = createRoute({
  getParentRoute,
  path: '/console/staff',
  component: page(loadConsole, 'StaffPage'),
});
const settings = createRoute({
  getParentRoute,
  path: '/console/settings',
  component: page(loadConsole, 'SettingsPage'),
});
const house = createRoute({
  getParentRoute,
  path: '/console/house',
  component: page(loadConsole, 'HousePage'),
});
const log = createRoute({ getParentRoute, path: '/console/log', component: page(loadConsole, 'LogPage') });

/** The operator's console: a part of its own, of which no other page loads anything. */
export const consoleRoutes = frame.addChildren([
  overview,
  companies,
  claims,
  members,
  staff,
  settings,
  house,
  log,
]);
