import type { OutboxItem, OwnBallot, OwnReaction, Teahouse, VotesSnapshot } from '@teahouse/client';
import { voteKey } from '@teahouse/client/talk/votes';
import { useEffect } from 'react';
import { useHolder, useObserved } from '../../holder/use-holder.ts';
import { useThread } from '../read/thread-context.ts';
import { threadOf } from '../read/thread-reading.ts';

const nothing = <T>(value: T) => ({ subscribe: () => () => undefined, snapshot: () => value });
const noItems = nothing<readonly OutboxItem[]>([]);
const noVotes = nothing<VotesSnapshot>(new Map());

const keyOf = ({ compose }: OutboxItem): string | null =>
  compose.kind === 'react' || compose.kind === 'ballot' ? voteKey(compose) : null;

/** What this device knows of its own say on one thing, and the act that is about to change it. */
export interface OwnVote<T> {
  readonly client: Teahouse | null;
  readonly own: T | undefined;
  /** Not accepted yet, or just now: then it is gone as soon as the page has the new counts. */
  readonly item: OutboxItem | undefined;
}

/** The own reaction or ballot under a key (`voteKey`) in the thread on the screen. */
export function useVote<T extends OwnReaction | OwnBallot>(key: string): OwnVote<T> {
  const client = useHolder();
  const { view } = useThread();
  const { room, id: thread } = view.thread;
  const item = useObserved(client?.outbox ?? noItems).findLast((one) => keyOf(one) === key);
  const own = useObserved(client?.votes ?? noVotes).get(key) as T | undefined;
  const sent = item?.state.name === 'sent' ? item.id : undefined;
  useEffect(() => {
    if (!client || sent === undefined) return;
    // The live line tells it too, but at its own pace.
    void threadOf({ room, thread })
      .refresh()
      .finally(() => client.outbox.drop(sent));
  }, [client, sent, room, thread]);
  return { client, own, item };
}
