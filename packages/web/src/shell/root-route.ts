import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Layout } from './layout.tsx';

/** Above all pages. */
export const root = createRootRoute({
  component: Layout,
  notFoundComponent: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
});
