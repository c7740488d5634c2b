import { createRoute } from '@tanstack/react-router';
import type { QueueSearch } from '../desk/queue/search.ts';
import { page } from './page.ts';
import { root } from './root-route.ts';

const parts = ['desk', 'read'] as const;

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  staticData: { ground: 'desk' },
  component: page(parts, () => import('../desk/frame/desk-layout.tsx'), 'DeskLayout'),
});
const queue = createRoute({
  getParentRoute: () => desk,
  path: '/',
  // Looked through on the page itself, which is not loaded yet.
  validateSearch: (search: Record<string, unknown>): QueueSearch => search,
  component: page(parts, () => import('../desk/queue/queue-page.tsx'), 'QueuePage'),
});
const enrol = createRoute({
  getParentRoute: () => desk,
  path: '/enrol',
  component: page(parts, () => import('../desk/staff/enrol-page.tsx'), 'EnrolPage'),
});
const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/case/$room/$post',
  component: page(parts, () => import('../desk/case/case-page.tsx'), 'CasePage'),
});
const appeals = createRoute({
  getParentRoute: () => desk,
  path: '/appeals',
  component: page(parts, () => import('../desk/appeals/appeals-page.tsx'), 'AppealsPage'),
});
const statistics = createRoute({
  getParentRoute: () => desk,
  path: '/statistics',
  component: page(parts, () => import('../desk/statistics/statistics-page.tsx'), 'StatisticsPage'),
});
const staff = createRoute({
  getParentRoute: () => desk,
  path: '/staff',
  component: page(parts, () => import('../desk/staff/staff-page.tsx'), 'StaffPage'),
});
const me = createRoute({
  getParentRoute: () => desk,
  path: '/me',
  component: page(parts, () => import('../desk/staff/me-page.tsx'), 'MePage'),
});

/** The desk, where staff keep order: a part of its own, of which no other page loads anything. */
export const deskRoutes = desk.addChildren([queue, enrol, oneCase, appeals, statistics, staff, me]);
