import type { Tally } from '@teahouse/contract/talk';
import { presentCounts } from '../votes/present.ts';
import { presentPost } from './present.ts';
import type { CountsRow, PostRow } from './store.ts';

/** What stands before the tally, the last that a piece says. In a text it would have backslashes. */
const beforeTally = ',"tally":';

/** A post as readers get it, in JSON without a line break, with a tally of noughts: all that others cannot change of it. */
export function pieceOf(row: Omit<PostRow, keyof CountsRow>, thread: { title: string }): string {
  const uncounted = { reactions: null, votes: null, ballots: null, verdicts: null };
  const { tally, ...post } = presentPost({ ...row, ...uncounted }, thread);
  return JSON.stringify({ ...post, tally });
}

/** A piece with what others said of it. */
export function withCounts(piece: string, counts: CountsRow): string {
  const end = piece.lastIndexOf(beforeTally) + beforeTally.length;
  const { poll } = JSON.parse(piece.slice(end, -1)) as Tally;
  return `${piece.slice(0, end)}${JSON.stringify(presentCounts(counts, poll?.votes.length))}}`;
}
