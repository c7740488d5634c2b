import type { Alias, ThreadSummary } from '@teahouse/contract/talk';
import type { TalkCaller } from './call.ts';
import type { Aliases } from './talk/aliases.ts';
import type { RoomKeys } from './talk/room-keys.ts';

export interface OwnThread {
  readonly room: string;
  readonly thread: string;
}
/** How many aliases of the bulk file were looked at, and how many of them are own ones. */
export type RestoreProgress = (looked: number, found: number) => void;

interface RestoreDeps {
  readonly talk: TalkCaller;
  readonly aliases: Aliases;
  readonly rooms: Pick<RoomKeys, 'snapshot'>;
}
/** A row of the bulk file: an alias and where it is worn. */
type BulkAlias = Alias & OwnThread;
interface BulkPage {
  readonly aliases: BulkAlias[];
  readonly next: string | null;
}
/** A page of the file of all public rooms, or of one that was entered. */
type ReadPage = (after: string | undefined) => Promise<BulkPage>;

/** Rows between two breaths, so that the page stays alive: some 25 ms where the platform has no fast derivation. */
const stretch = 64;
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Own threads among rows of the bulk file: one derivation per thread, no request. */
export async function matchOwn(
  rows: readonly BulkAlias[],
  aliases: Aliases,
  onRows: (count: number) => void = () => undefined,
): Promise<BulkAlias[]> {
  const derive = await aliases.deriver(rows[0]?.thread);
  const derived = new Map<string, Promise<string>>();
  const keyOf = (thread: string): Promise<string> => {
    const key = derived.get(thread) ?? derive(thread);
    derived.set(thread, key);
    return key;
  };
  const own: BulkAlias[] = [];
  for (let at = 0; at < rows.length; at += stretch) {
    const some = rows.slice(at, at + stretch);
    const keys = await Promise.all(some.map(({ thread }) => keyOf(thread)));
    own.push(...some.filter(({ publicKey }, i) => keys[i] === publicKey));
    onRows(some.length);
    await breath();
  }
  return own;
}

const pageOf = (talk: TalkCaller, room: string | null): ReadPage => {
  if (room === null) return (after) => talk.bulkAliases({ query: after === undefined ? {} : { after } });
  return (after) => talk.roomAliases({ params: { room }, query: after === undefined ? {} : { after } });
};

/** Own aliases of a bulk file, which is read to its end whatever is found: nothing is asked about one item. */
async function ownIn(read: ReadPage, aliases: Aliases, onProgress: RestoreProgress): Promise<BulkAlias[]> {
  const own: BulkAlias[] = [];
  let looked = 0;
  for (let after: string | null | undefined; after !== null; ) {
    const page: BulkPage = await read(after);
    const found = await matchOwn(page.aliases, aliases, (count) => {
      looked += count;
      onProgress(looked, own.length);
    });
    own.push(...found);
    onProgress(looked, own.length);
    after = page.next;
  }
  return own;
}

/**
 * Finds own aliases, with the labels they bear, in the bulk file of all public rooms and in those of the colleagues-only
 * rooms that this device entered today, and remembers them. No room is entered for it. protocol.md 7.
 */
export async function findOwnThreads(deps: RestoreDeps, onProgress?: RestoreProgress): Promise<OwnThread[]> {
  const own: OwnThread[] = [];
  let before = 0;
  for (const room of [null, ...deps.rooms.snapshot().entered]) {
    let here = 0;
    const found = await findOwnIn(deps, room, (looked, count) => {
      here = looked;
      onProgress?.(before + looked, own.length + count);
    });
    own.push(...found);
    before += here;
  }
  return own;
}

/** The same in one room that was entered; in all public ones where none is given. */
export async function findOwnIn(
  deps: Pick<RestoreDeps, 'talk' | 'aliases'>,
  room: string | null,
  onProgress: RestoreProgress = () => undefined,
): Promise<OwnThread[]> {
  const found = await ownIn(pageOf(deps.talk, room), deps.aliases, onProgress);
  for (const { room, thread, pseudonym, label } of found) {
    if (!(await deps.aliases.known(thread))?.pseudonym)
      await deps.aliases.remember(thread, { room, pseudonym, label });
  }
  return found.map(({ room, thread }) => ({ room, thread }));
}

interface ThreadsPage {
  readonly threads: ThreadSummary[];
  readonly next: string | null;
}

/**
 * Own threads with their titles, by last activity, those of the colleagues-only rooms entered today last. All pages of
 * each list are read, also after the last of ours was found: where the reading stops would tell how old it is.
 */
export async function myThreads({ talk, aliases, rooms }: RestoreDeps): Promise<ThreadSummary[]> {
  const mine = new Set((await aliases.threads()).map(({ thread }) => thread));
  const found: ThreadSummary[] = [];
  for (const room of [null, ...rooms.snapshot().entered]) {
    for (let before: string | null | undefined; before !== null; ) {
      const query: { before?: string } = before === undefined ? {} : { before };
      const page: ThreadsPage = await (room === null
        ? talk.latest({ query })
        : talk.threads({ params: { room }, query }));
      found.push(...page.threads.filter(({ id }) => mine.has(id)));
      before = page.next;
    }
  }
  return found;
}
