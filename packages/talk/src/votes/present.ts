import { type Tally, talkLimits } from '@teahouse/contract/talk';
import { reactionKinds, verdictKinds } from '@teahouse/protocol';
import { readAttached } from '../acts/attached.ts';
import { isShown } from '../order/standing.ts';
import type { CountsRow, PostRow } from '../threads/store.ts';

type TallyRow = Pick<
  PostRow,
  'attached' | 'reactions' | 'votes' | 'ballots' | 'verdicts' | 'deleted' | 'state'
>;

/** What others said of a post without words; nothing of one that was taken back or is not shown. */
export function presentTally(row: TallyRow): Tally {
  if (!isShown(row)) return { reactions: {}, poll: null, verdict: null };
  const { poll } = readAttached(row.attached);
  const counts = row.deleted ? { ...row, reactions: null, verdicts: null } : row;
  return presentCounts(counts, poll?.options.length);
}

/** The counts of a post that stands; `options`: how many its poll has, undefined without one. */
export const presentCounts = (
  { reactions, votes, ballots, verdicts }: CountsRow,
  options: number | undefined,
): Tally => ({
  reactions: presentReactions(reactions ?? []),
  poll:
    options === undefined
      ? null
      : { votes: Array.from({ length: options }, (_, i) => votes?.[i] ?? 0), ballots: ballots ?? 0 },
  verdict: presentVerdict(verdicts ?? []),
});

const presentReactions = (counts: readonly number[]): Tally['reactions'] =>
  Object.fromEntries(reactionKinds.flatMap((kind, i) => ((counts[i] ?? 0) > 0 ? [[kind, counts[i]]] : [])));

/** protocol.md 2, product.md T7: of a few nobody sees what they said. */
function presentVerdict(counts: readonly number[]): Tally['verdict'] {
  const [confirm, dispute, unknown] = verdictKinds.map((_, i) => counts[i] ?? 0) as [number, number, number];
  if (confirm + dispute + unknown < talkLimits.verdictFloor) return null;
  return { confirm, dispute, unknown };
}
