import type { LiveEvent, ThreadSummary } from '@teahouse/contract/talk';
import type { Rng } from '@teahouse/protocol';
import { createTalkCaller, type TalkCaller } from './call.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { createLogGuard } from './log/guard.ts';
import { createLogs, type Logs } from './log/logs.ts';
import { createLogMemory } from './log/memory.ts';
import { logFiles } from './log/sources.ts';
import { createMembersCaller, type MembersCaller } from './members-call.ts';
import { createNotes, type Notes } from './notes.ts';
import { createQueue } from './observable.ts';
import { createOutbox, type Outbox, type Timers } from './outbox/outbox.ts';
import type { OpenedProof } from './proof.ts';
import type { Prover } from './prover.ts';
import { findOwnIn, findOwnThreads, myThreads, type OwnThread, type RestoreProgress } from './restore.ts';
import type { Store } from './store.ts';
import { type Aliases, createAliases } from './talk/aliases.ts';
import { createLabels, type Labels } from './talk/labels.ts';
import { type WatchOptions, type WatchState, watch } from './talk/live.ts';
import { withRoomKeys } from './talk/room-fetch.ts';
import { createRoomKeys, type RoomKeys } from './talk/room-keys.ts';
import { createVotes, type Votes } from './talk/votes.ts';
import { createWorlds } from './talk/world.ts';
import { createTokens, type Tokens } from './tokens/tokens.ts';
import { createDeviceLock, type DeviceLock } from './wallet/lock/device-lock.ts';
import { createLockedStore, type Mutex } from './wallet/lock/locked-store.ts';
import type { Stretch } from './wallet/lock/record.ts';
import { noTabs, type Tabs } from './wallet/lock/tabs.ts';
import { createWallet, type Wallet } from './wallet/wallet.ts';

export interface ClientOptions {
  /** Origin of the named plane without its prefix; '' is the page's own. */
  readonly membersBase: string;
  /** Origin of the anonymous plane. */
  readonly talkBase: string;
  readonly store: Store;
  readonly prover: Prover;
  readonly clock: { now(): Date };
  readonly rng: Rng;
  readonly fetch?: typeof globalThis.fetch;
  /** Another `fetch` for the named plane: Node has no cookie jar of its own. */
  readonly membersFetch?: typeof globalThis.fetch;
  /** null: no timers, `outbox.run()` is called by hand. */
  readonly timers?: Timers | null;
  /** A lock over all that share the Store, in a browser `(task) => navigator.locks.request('teahouse', task)`. */
  readonly lock?: <T>(task: () => Promise<T>) => Promise<T>;
  /** Another such lock, held for single writes to the Store. */
  readonly storeLock?: Mutex;
  /** Argon2id, where it is not to run on this thread. */
  readonly stretch?: Stretch;
  /** The other pages that share the Store. */
  readonly tabs?: Tabs;
}

export interface Teahouse {
  readonly members: MembersCaller;
  readonly talk: TalkCaller;
  readonly wallet: Wallet;
  /** Seals all that this device keeps with a passphrase or a passkey. */
  readonly deviceLock: DeviceLock;
  readonly tokens: Tokens;
  readonly labels: Labels;
  readonly aliases: Aliases;
  readonly outbox: Outbox;
  /** Own reactions and ballots, as far as this device knows them. */
  readonly votes: Votes;
  readonly inbox: Inbox;
  /** Keys of the rooms that only colleagues read; every read of such a room through `talk` sends its key by itself. */
  readonly rooms: RoomKeys;
  readonly drafts: Drafts;
  /** What the app keeps for itself. */
  readonly notes: Notes;
  /** What this device knows of the two logs, and why it stopped if it did. */
  readonly logs: Logs;
  /** Live events until the returned function is called. */
  watch(
    where: WatchOptions,
    onEvent: (event: LiveEvent) => void,
    onState?: (state: WatchState) => void,
  ): () => void;
  /** Wallet, own threads and unspent tokens from the phrase. Throws as `wallet.restore` and the calls do. */
  restore(
    phrase: string,
    options?: { onProgress?: RestoreProgress },
  ): Promise<{ threads: OwnThread[]; tokens: number }>;
  findOwnThreads(options?: { onProgress?: RestoreProgress }): Promise<OwnThread[]>;
  myThreads(): Promise<ThreadSummary[]>;
  /**
   * The proof of a post, as a file and checked; needs no wallet. Throws `proof-not-yet`, `proof-gone`, and as the calls
   * and the logs do. What it is made with is loaded when it is first asked for.
   */
  proof(room: string, post: string): Promise<OpenedProof>;
  start(): void;
  stop(): void;
  /** Wipes the Store. For what was said, nobody, the author included, can then prove anything. */
  forget(): Promise<void>;
}

const browserTimers: Timers = {
  set: (task, milliseconds) => setTimeout(task, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

const stretchHere: Stretch = async (...input) => (await import('./wallet/lock/stretch.ts')).stretch(...input);

/** Puts the holder's parts together over one Store. */
export async function createClient(options: ClientOptions): Promise<Teahouse> {
  const { prover, clock, rng, stretch = stretchHere, tabs = noTabs } = options;
  const mutex = options.storeLock ?? createQueue();
  const locked = createLockedStore({ inner: options.store, rng, mutex });
  await locked.load();
  const { store } = locked;
  const fetch =
    options.fetch ?? ((...input: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...input));
  const plain = createTalkCaller(options.talkBase, fetch);
  const members = createMembersCaller(options.membersBase, options.membersFetch ?? fetch);

  const queue = createQueue();
  const lock = options.lock ?? ((task) => task());
  const exclusive = <T>(task: () => Promise<T>) => queue(() => lock(task));

  const { membersBase, talkBase } = options;
  const memory = createLogMemory(store);
  const logs = await createLogs(memory);
  const files = logFiles({ membersBase, talkBase, fetch });
  const guard = createLogGuard({ memory, files, onChange: logs.load });

  const worlds = createWorlds({ talk: plain, store, clock, guard });
  const wallet = await createWallet({ store, members, prover, clock, rng, guard });
  const rooms = await createRoomKeys({ talk: plain, store, wallet, worlds, prover, clock });
  const talk = createTalkCaller(options.talkBase, withRoomKeys(fetch, rooms));
  const quiet = createTalkCaller(options.talkBase, withRoomKeys(fetch, rooms.quiet));
  const aliases = createAliases(store, wallet);
  const labels = createLabels(wallet, worlds);
  const votes = await createVotes(store);
  const tokens = await createTokens({ store, talk, wallet, prover, worlds, clock, exclusive });
  const timers = options.timers === undefined ? browserTimers : options.timers;
  const { purse, drawOnce: drawTokens, dropSpent, refresh: afterSend } = tokens;
  const parts = {
    ...{ store, talk: quiet, wallet, purse, labels, aliases, votes, worlds, guard, prover, clock, rng },
  };
  const outbox = await createOutbox({ ...parts, timers, exclusive, drawTokens, dropSpent, afterSend });
  const inbox = await createInbox({
    store,
    talk: quiet,
    aliases,
    rooms,
    wallet,
    clock,
    rng,
    timers,
    exclusive,
  });
  const find = { talk: quiet, aliases, rooms };

  let stopFollowing: (() => void) | undefined;
  /** Tokens are drawn as soon as there is a credential, long before the first act needs them. */
  const drawQuietly = () => {
    const { drawn } = tokens.snapshot();
    if (!drawn && wallet.usable().length > 0) void tokens.draw().catch(() => undefined);
  };
  async function findOwn(onProgress?: RestoreProgress): Promise<OwnThread[]> {
    const found = await findOwnThreads(find, onProgress);
    await inbox.lookAfresh();
    return found;
  }
  /** A restored device can look for its masks in a room for colleagues no sooner than when it enters it. */
  async function findOnEntering(room: string): Promise<void> {
    const searched = `searched/${room}`;
    if (!wallet.restored() || (await store.get(searched))) return;
    await findOwnIn(find, room);
    await store.set(searched, true);
    await inbox.lookAfresh();
  }

  let started = false;
  /** Reads everything anew: what may be read has changed. Nothing is sent meanwhile. */
  async function reload(): Promise<void> {
    outbox.stop();
    inbox.stop();
    await logs.load();
    await wallet.load();
    await outbox.reload();
    await votes.load();
    await rooms.load();
    await inbox.reload();
    await tokens.refresh();
    if (!started) return;
    outbox.start();
    inbox.start();
  }
  const deviceLock = createDeviceLock({ locked, tabs, rng, stretch, seed: wallet.seed, reload });

  const client: Teahouse = {
    members,
    talk,
    wallet,
    deviceLock,
    tokens,
    labels,
    aliases,
    outbox,
    votes,
    inbox,
    rooms: {
      ...rooms,
      async key(room) {
        const key = await rooms.key(room);
        await findOnEntering(room).catch(() => undefined);
        return key;
      },
    },
    drafts: createDrafts(store),
    notes: createNotes(store),
    logs,
    watch: (where, onEvent, onState) => watch(talk, where, onEvent, onState),
    findOwnThreads: ({ onProgress } = {}) => findOwn(onProgress),
    myThreads: () => myThreads(find),
    async proof(room, post) {
      const { openProof } = await import('./proof.ts');
      return openProof({ talk, worlds, guard, memory }, room, post);
    },
    async restore(phrase, { onProgress } = {}) {
      await wallet.restore(phrase);
      const threads = await findOwn(onProgress);
      const free = wallet.usable().length > 0 ? await tokens.draw() : 0;
      return { threads, tokens: free };
    },
    start() {
      started = true;
      outbox.start();
      inbox.start();
      stopFollowing ??= wallet.subscribe(drawQuietly);
      drawQuietly();
    },
    stop() {
      started = false;
      outbox.stop();
      inbox.stop();
      stopFollowing?.();
      stopFollowing = undefined;
    },
    async forget() {
      client.stop();
      await exclusive(locked.wipe);
      worlds.forget();
      tabs.tell({ kind: 'changed' });
      await deviceLock.load();
    },
  };
  return client;
}
