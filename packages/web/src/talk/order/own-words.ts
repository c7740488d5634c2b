import type { OutboxItem, Teahouse } from '@teahouse/client';
import { useHolder, useObserved } from '../../holder/use-holder.ts';

const none: readonly OutboxItem[] = [];
const noItems = { subscribe: () => () => undefined, snapshot: () => none };

/** Words of one's own that nobody else reads at present. */
export interface OwnWords {
  readonly client: Teahouse;
  readonly item: string;
  readonly text: string;
}

/** Whether an act that left is the post, or its newest wording. */
export const isAbout = ({ state, compose }: OutboxItem, post: string): boolean =>
  state.name === 'sent' && (state.id === post || (compose.kind === 'edit' && compose.target === post));

/**
 * What this device still has of a post that is not shown: its outbox keeps what was sent until everybody can read it. For
 * nobody but its author, and nowhere else.
 */
export function useOwnWords(post: string): OwnWords | undefined {
  const client = useHolder();
  const item = useObserved(client?.outbox ?? noItems).findLast((one) => isAbout(one, post));
  if (!client || !item || !('text' in item.compose)) return undefined;
  return { client, item: item.id, text: item.compose.text ?? '' };
}
