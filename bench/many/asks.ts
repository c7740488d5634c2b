import type { Ask } from '../load.ts';
import type { ThreadAddress } from './fill.ts';

/** The same address again and again: a crowd, which talk answers once a second. */
export const samePath = (path: string) => (): Ask => ({ path });

/**
 * The pages at these addresses, one after the other, each under an address of its own: talk's memory of a second cannot
 * give an answer that it made before. The parameter that sets them apart is read by nobody.
 */
export function freshPaths(paths: readonly string[]): () => Ask {
  let asked = 0;
  return () => {
    const path = paths[asked % paths.length] ?? '';
    asked += 1;
    return { path: `${path}${path.includes('?') ? '&' : '?'}n=${process.pid}-${asked}` };
  };
}

/** The page of a thread's first hundred posts. */
export const threadPath = ({ room, id }: ThreadAddress): string => `/api/talk/rooms/${room}/threads/${id}`;
