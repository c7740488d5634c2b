import { type Tally, talkLimits } from '@teahouse/contract/talk';
import { reactionKinds, verdictKinds } from '@teahouse/protocol';
import { readAttached } from '../acts/attached.ts';
import { isShown } from '../order/standing.ts';
import type { PostRow } from '../threads/store.ts';

type TallyRow = Pick<
  PostRow,
  'attached' | 'reactions' | 'votes' | 'ballots' | 'verdicts' | 'deleted' | 'state'
>;

/** What others said of a post without words; nothing of one that was taken back or is not shown. */
export function presentTally(row: TallyRow): Tally {
  if (!isShown(row)) return { reactions: {}, poll: null, verdict: null };
  const { poll } = readAttached(row.attached);
  return {
    reactions: row.deleted ? {} : presentReactions(row.reactions ?? []),
    poll: poll ? { votes: poll.options.map((_, i) => row.votes?.[i] ?? 0), ballots: row.ballots ?? 0 } : null,
    verdict: row.deleted ? null : presentVerdict(row.verdicts ?? []),
  };
}

const presentReactions = (counts: readonly number[]): Tally['reactions'] =>
  Object.fromEntries(reactionKinds.flatMap((kind, i) => ((counts[i] ?? 0) > 0 ? [[kind, counts[i]]] : [])));

/** protocol.md 2, product.md T7: of a few nobody sees what they said. */
function presentVerdict(counts: readonly number[]): Tally['verdict'] {
  const [confirm, dispute, unknown] = verdictKinds.map((_, i) => counts[i] ?? 0) as [number, number, number];
  if (confirm + dispute + unknown < talkLimits.verdictFloor) return null;
  return { confirm, dispute, unknown };
}
