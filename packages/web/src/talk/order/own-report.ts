import type { OutboxItem, Teahouse } from '@teahouse/client';
import { useObserved, useOpenedHolder } from '../../holder/use-holder.ts';

const none: readonly OutboxItem[] = [];
const nowhere = { subscribe: () => () => undefined, snapshot: () => none };

/** What this device knows of its own report on a post. */
export interface OwnReport {
  readonly client: Teahouse | null;
  /** On its way out, or refused. */
  readonly item: OutboxItem | undefined;
  /** Whether it has been taken, from here or from another device. */
  readonly taken: boolean;
}

const isTaken = ({ state }: OutboxItem): boolean =>
  state.name === 'sent' || (state.name === 'refused' && state.code === 'already-reported');

/** The own report on a post: one person, one report. The outbox keeps it, so that this device remembers. */
export function useOwnReport(post: string): OwnReport {
  const client = useOpenedHolder();
  const item = useObserved(client?.outbox ?? nowhere).findLast(
    ({ compose }) => compose.kind === 'report' && compose.target === post,
  );
  return { client, item, taken: item !== undefined && isTaken(item) };
}
