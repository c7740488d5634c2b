import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.ts';

/** The named half: its bar, and the ground on which it stands. */
export const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  staticData: { ground: 'members' },
  component: lazyRouteComponent(() => import('../members/members-layout.tsx'), 'MembersLayout'),
});
