import { voteKey } from '../talk/votes.ts';
import type { Box } from './box.ts';
import { type ComposeVote, isVote, type StoredItem } from './types.ts';

/** The vote on the same thing that has not been accepted yet: another choice takes its place. */
export const unsentVote = (box: Pick<Box, 'items'>, vote: ComposeVote): StoredItem | undefined =>
  box
    .items()
    .find(
      ({ compose, state }) => isVote(compose) && voteKey(compose) === voteKey(vote) && state.name !== 'sent',
    );

/** Takes out the votes that were accepted: what became of them is kept with the votes. */
export async function sweepVotes(box: Pick<Box, 'items' | 'remove'>): Promise<void> {
  for (const { id, compose, state } of box.items()) {
    if (isVote(compose) && state.name === 'sent') await box.remove(id);
  }
}
