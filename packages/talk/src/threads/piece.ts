import type { Tally } from '@teahouse/contract/talk';
import { isShown } from '../order/standing.ts';
import { presentCounts } from '../votes/present.ts';
import { presentPost } from './present.ts';
import type { CountsRow, PostFacts } from './store.ts';

/** What stands before the tally, the last that a piece says. In a text it would have backslashes. */
const beforeTally = ',"tally":';

/** A post as readers get it, in JSON without a line break, with a tally of noughts: all that others cannot change of it. */
export function pieceOf(row: PostFacts, thread: { title: string }): string {
  const uncounted = { reactions: null, votes: null, ballots: null, verdicts: null };
  const { tally, ...post } = presentPost({ ...row, ...uncounted }, thread);
  return JSON.stringify({ ...post, tally });
}

/** Whether nothing of what others said of the post is shown: it was taken back, or stands so that it is not shown itself. */
export const isMute = (row: Pick<PostFacts, 'deleted' | 'state'>): boolean => row.deleted || !isShown(row);

/** A piece with what others said of it. */
export function withCounts(piece: string, counts: CountsRow): string {
  const end = piece.lastIndexOf(beforeTally) + beforeTally.length;
  const { poll } = JSON.parse(piece.slice(end, -1)) as Tally;
  return `${piece.slice(0, end)}${JSON.stringify(presentCounts(counts, poll?.votes.length))}}`;
}
