import { lazyRouteComponent } from '@tanstack/react-router';
import { loadCatalog, type Part } from './locale.ts';

/** A page with the words of its part, or parts, all fetched when it is first shown. */
export function page<M extends Record<K, () => React.ReactNode>, K extends string>(
  part: Part | readonly Part[],
  load: () => Promise<M>,
  name: K,
) {
  return lazyRouteComponent(
    async () => (await Promise.all([load(), ...[part].flat().map(loadCatalog)]))[0],
    name,
  );
}
