import { dayOf, type Rng } from '@teahouse/protocol';
import type { TalkCaller } from '../call.ts';
import { ApiError } from '../errors.ts';
import { createCell, type Observable } from '../observable.ts';
import type { Timers } from '../outbox/outbox.ts';
import type { Store } from '../store.ts';
import type { Aliases } from '../talk/aliases.ts';
import type { RoomKeys } from '../talk/room-keys.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { type FilesRead, readFiles } from './files.ts';
import { type OwnAliases, withMuted, withRead, withRows, withSeen } from './match.ts';
import { type InboxItem, type InboxState, noInbox } from './types.ts';
import { type InboxWords, readWords } from './words.ts';

export interface InboxSnapshot {
  /** Newest day first, without those of muted threads. */
  readonly items: readonly InboxItem[];
  readonly unread: number;
  readonly muted: InboxState['muted'];
  /** When the files were read last (milliseconds since 1970); null before the first time. */
  readonly lookedAt: number | null;
  readonly looking: boolean;
  /** Why the last look failed; null when it did not. */
  readonly error: string | null;
}
interface Where {
  readonly room: string;
  readonly thread: string;
}

/** What concerns a person's own posts, found on the device in public files: nobody is asked. product.md T11. */
export interface Inbox extends Observable<InboxSnapshot> {
  /** Reads the files of the days since the last look; the outcome is in the snapshot, it never throws. */
  look(): Promise<void>;
  /** The words of items of one thread, by reading the thread as any reader does. Throws what the call throws. */
  words(where: Where, posts: readonly string[]): Promise<InboxWords>;
  /** All items of these posts are read. */
  read(posts: readonly string[]): Promise<void>;
  readAll(): Promise<void>;
  /** Posts of a thread were on the screen: no file needs to tell of them again. */
  saw(thread: string, posts: readonly { readonly id: string; readonly slot: string }[]): Promise<void>;
  mute(where: Where, muted: boolean): Promise<void>;
  /** The next look goes back as far as the first one: other own threads have come to be known. */
  lookAfresh(): Promise<void>;
  /** Reads the Store anew. */
  reload(): Promise<void>;
  start(): void;
  stop(): void;
}

interface InboxDeps {
  readonly store: Store;
  /** Opens no room by itself. */
  readonly talk: TalkCaller;
  readonly aliases: Aliases;
  readonly rooms: Pick<RoomKeys, 'snapshot' | 'subscribe'>;
  readonly wallet: Wallet;
  readonly clock: { now(): Date };
  readonly rng: Rng;
  readonly timers: Timers | null;
  readonly exclusive: <T>(task: () => Promise<T>) => Promise<T>;
  /** What else is read in public files with each look that is made by itself. */
  readonly besides: () => Promise<void>;
}

const key = 'inbox';
const minute = 60_000;
/** Between two looks while the app is open: so many minutes, and up to as many again at random. */
const pause = 10 * minute;

function view(state: InboxState, more: Pick<InboxSnapshot, 'looking' | 'error'>): InboxSnapshot {
  const muted = new Set(state.muted.map(({ thread }) => thread));
  const items = state.items.filter(({ thread }) => !muted.has(thread)).reverse();
  const unread = items.filter(({ read }) => !read).length;
  return { items, unread, muted: state.muted, lookedAt: state.lookedAt, ...more };
}

export async function createInbox(deps: InboxDeps): Promise<Inbox> {
  const { store, talk, aliases, rooms, wallet, clock, rng, timers, exclusive } = deps;
  let state = noInbox;
  let looking: Promise<void> | undefined;
  let error: string | null = null;
  let timer: unknown;
  let running = false;
  const shown = () => view(state, { looking: looking !== undefined, error });
  const cell = createCell(shown());
  const tell = () => cell.set(shown());

  async function reload(): Promise<void> {
    state = ((await store.get(key)) as InboxState | undefined) ?? noInbox;
    tell();
  }
  /** On the screen at once; in the Store over what another tab may have written. */
  async function change(make: (state: InboxState) => InboxState): Promise<void> {
    state = make(state);
    tell();
    await exclusive(async () => {
      const stored = make(((await store.get(key)) as InboxState | undefined) ?? noInbox);
      await store.set(key, stored);
      state = stored;
    });
    tell();
  }
  async function ownAliases(): Promise<OwnAliases> {
    const own = new Map<string, string>();
    for (const { thread } of await aliases.threads()) {
      const pseudonym = (await aliases.known(thread))?.pseudonym;
      if (pseudonym) own.set(thread, pseudonym);
    }
    return own;
  }
  async function readAllFiles(): Promise<void> {
    const now = clock.now();
    const own = await ownAliases();
    const read = new Map<string, FilesRead>();
    // Rooms that were not entered today are left alone: that would take a presentation.
    for (const room of ['', ...rooms.snapshot().entered])
      read.set(room, await readFiles({ talk, room, done: state.done[room], now, own }));
    const rows = [...read.values()].flatMap((files) => files.rows);
    const done = Object.fromEntries([...read].map(([room, files]) => [room, files.done]));
    await change((before) => ({
      ...withRows(before, rows, own),
      lookedAt: now.getTime(),
      done: { ...before.done, ...done },
    }));
  }
  async function lookOnce(): Promise<void> {
    try {
      await reload();
      await readAllFiles();
      error = null;
    } catch (thrown) {
      error = thrown instanceof ApiError ? thrown.code : 'internal';
    } finally {
      looking = undefined;
      tell();
    }
  }
  /** Every device with a wallet looks, whether or not it ever spoke: looking says nothing. */
  function look(): Promise<void> {
    if (!wallet.snapshot().exists) return Promise.resolve();
    looking ??= lookOnce();
    tell();
    return looking;
  }
  /** Looks unless this device did so lately, in another tab or before the page was loaded anew. */
  async function lookUnless(lately: number): Promise<void> {
    await reload();
    const since = clock.now().getTime() - (state.lookedAt ?? 0);
    if (since >= 0 && since < lately) return;
    await look();
    // Fails where the look fails, which says so.
    if (wallet.snapshot().exists) await deps.besides().catch(() => undefined);
  }
  function arm(milliseconds: number, lately: number): void {
    if (!timers || !running) return;
    if (timer !== undefined) timers.clear(timer);
    timer = timers.set(
      () => void lookUnless(lately).finally(() => arm(randomPause(), pause - minute)),
      milliseconds,
    );
  }
  const randomPause = () => pause + Math.floor(((rng(1)[0] ?? 0) / 256) * pause);

  let stopFollowing: (() => void) | undefined;
  /** A room that was just entered is looked into. */
  function followRooms(): () => void {
    let entered = rooms.snapshot().entered.length;
    return rooms.subscribe(() => {
      const now = rooms.snapshot().entered.length;
      if (now > entered) void look();
      entered = now;
    });
  }

  await reload();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    look,
    reload,
    words: (where, posts) => readWords(talk, where, posts),
    read: (posts) => change((before) => withRead(before, ({ id }) => posts.includes(id))),
    readAll: () => change((before) => withRead(before, () => true)),
    async saw(thread, posts) {
      const alias = wallet.snapshot().exists ? await aliases.known(thread) : undefined;
      if (!alias) return;
      // What a day's file has told already is in the list or never will be.
      const done = state.done[''] ?? '';
      const ahead = posts.filter(({ slot }) => dayOf(new Date(slot)) > done).map(({ id }) => id);
      const shownUnread = state.items.filter((item) => !item.read && posts.some(({ id }) => id === item.id));
      const ids = [...new Set([...ahead, ...shownUnread.map(({ id }) => id)])];
      const known = new Set([...state.seen, ...state.items.filter(({ read }) => read).map(({ id }) => id)]);
      if (ids.some((id) => !known.has(id))) await change((before) => withSeen(before, thread, ids));
    },
    mute: (where, muted) => change((before) => withMuted(before, where, muted)),
    lookAfresh: () => change((before) => ({ ...before, done: {} })),
    start() {
      if (running) return;
      running = true;
      stopFollowing = timers ? followRooms() : undefined;
      arm(0, minute);
    },
    stop() {
      running = false;
      stopFollowing?.();
      stopFollowing = undefined;
      if (timers && timer !== undefined) timers.clear(timer);
      timer = undefined;
    },
  };
}
