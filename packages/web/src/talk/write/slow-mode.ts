import type { Post } from '@teahouse/contract/talk';

const minute = 60_000;

/**
 * Minutes until an alias may post again in a thread that is slowed down; 0 where it may at once. Times in talk are slots, so
 * the server counts from the beginning of the slot of the last post, and so does this.
 */
export function waitFor(
  posts: readonly Pick<Post, 'pseudonym' | 'slot'>[],
  own: string | undefined,
  slowMinutes: number,
  now: number,
): number {
  const mine = posts.filter(({ pseudonym }) => pseudonym === own).map(({ slot }) => Date.parse(slot));
  if (mine.length === 0) return 0;
  return Math.max(0, Math.ceil((Math.max(...mine) - now) / minute + slowMinutes));
}
