import type { ThreadSummary } from '@teahouse/contract/talk';
import type { TalkCaller } from './call.ts';
import type { Aliases } from './talk/aliases.ts';

export interface OwnThread {
  readonly room: string;
  readonly thread: string;
}
/** How many aliases of the bulk file were looked at, and how many of them are own ones. */
export type RestoreProgress = (looked: number, found: number) => void;

interface RestoreDeps {
  readonly talk: TalkCaller;
  readonly aliases: Aliases;
}
interface BulkAlias {
  readonly room: string;
  readonly thread: string;
  readonly publicKey: string;
}

/** Rows between two breaths, so that the page stays alive: some 25 ms where the platform has no fast derivation. */
const stretch = 64;
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Own threads among rows of the bulk file: one derivation per thread, no request. */
export async function matchOwn(
  rows: readonly BulkAlias[],
  aliases: Aliases,
  onRows: (count: number) => void = () => undefined,
): Promise<OwnThread[]> {
  const derive = await aliases.deriver(rows[0]?.thread);
  const derived = new Map<string, Promise<string>>();
  const keyOf = (thread: string): Promise<string> => {
    const key = derived.get(thread) ?? derive(thread);
    derived.set(thread, key);
    return key;
  };
  const own: OwnThread[] = [];
  for (let at = 0; at < rows.length; at += stretch) {
    const some = rows.slice(at, at + stretch);
    const keys = await Promise.all(some.map(({ thread }) => keyOf(thread)));
    own.push(
      ...some
        .filter(({ publicKey }, i) => keys[i] === publicKey)
        .map(({ room, thread }) => ({ room, thread })),
    );
    onRows(some.length);
    await breath();
  }
  return own;
}

/**
 * Finds own threads in the bulk file of all aliases and remembers them. The file is read to its end whatever is
 * found, and nothing is asked about one item. protocol.md 7.
 */
export async function findOwnThreads(deps: RestoreDeps, onProgress?: RestoreProgress): Promise<OwnThread[]> {
  const own: OwnThread[] = [];
  let looked = 0;
  let after: string | null = null;
  do {
    const page: { aliases: BulkAlias[]; next: string | null } = await deps.talk.bulkAliases({
      query: after === null ? {} : { after },
    });
    own.push(
      ...(await matchOwn(page.aliases, deps.aliases, (count) => {
        looked += count;
        onProgress?.(looked, own.length);
      })),
    );
    onProgress?.(looked, own.length);
    after = page.next;
  } while (after !== null);
  for (const { room, thread } of own) {
    if (!(await deps.aliases.known(thread))) {
      await deps.aliases.remember(thread, { room, pseudonym: null, label: null });
    }
  }
  return own;
}

/**
 * Own threads with their titles, by last activity. All pages of the public list are read, also after the last of
 * ours was found: where the reading stops would tell how old it is.
 */
export async function myThreads(deps: RestoreDeps): Promise<ThreadSummary[]> {
  const mine = new Set((await deps.aliases.threads()).map(({ thread }) => thread));
  const found: ThreadSummary[] = [];
  let before: string | null = null;
  do {
    const page: { threads: ThreadSummary[]; next: string | null } = await deps.talk.latest({
      query: before === null ? {} : { before },
    });
    found.push(...page.threads.filter(({ id }) => mine.has(id)));
    before = page.next;
  } while (before !== null);
  return found;
}
