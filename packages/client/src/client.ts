import { createTalkCaller } from './call.ts';
import type { ClientOptions, Teahouse } from './client-types.ts';
import { createDrafts } from './drafts.ts';
import { createInbox } from './inbox/inbox.ts';
import { createLogGuard } from './log/guard.ts';
import { createLogs } from './log/logs.ts';
import { createLogMemory } from './log/memory.ts';
import { logFiles } from './log/sources.ts';
import { createMembersCaller } from './members-call.ts';
import { createNamedTrace, traced } from './named-trace.ts';
import { createNotes } from './notes.ts';
import { createNotices } from './notices/notices.ts';
import { createQueue } from './observable.ts';
import { createOutbox, type Timers } from './outbox/outbox.ts';
import { findOwnIn, findOwnThreads, myThreads, type OwnThread, type RestoreProgress } from './restore.ts';
import { createAliases } from './talk/aliases.ts';
import { createLabels } from './talk/labels.ts';
import { watch } from './talk/live.ts';
import { withRoomKeys } from './talk/room-fetch.ts';
import { createRoomKeys } from './talk/room-keys.ts';
import { createVotes } from './talk/votes.ts';
import { createWorlds } from './talk/world.ts';
import { createTokens } from './tokens/tokens.ts';
import { createDeviceLock } from './wallet/lock/device-lock.ts';
import { createLockedStore } from './wallet/lock/locked-store.ts';
import type { Stretch } from './wallet/lock/record.ts';
import { noTabs } from './wallet/lock/tabs.ts';
import { createWallet } from './wallet/wallet.ts';

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
  const named = options.named ?? createNamedTrace();
  const members = createMembersCaller(
    options.membersBase,
    traced(options.membersFetch ?? fetch, named, clock),
  );

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
  const notices = await createNotices({ store, talk: quiet, aliases, rooms, clock, exclusive });
  const purseDeps = { store, talk, quiet, wallet, prover, worlds, rooms, clock, rng, exclusive };
  const tokens = await createTokens(purseDeps);
  const timers = options.timers === undefined ? browserTimers : options.timers;
  const { purse, refunds, provide: drawTokens, dropSpent, refresh: afterSend } = tokens;
  const parts = {
    ...{
      store,
      talk: quiet,
      wallet,
      purse,
      refunds,
      labels,
      aliases,
      votes,
      worlds,
      guard,
      prover,
      clock,
      rng,
    },
  };
  const outbox = await createOutbox({ ...parts, named, timers, exclusive, drawTokens, dropSpent, afterSend });
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
    async besides() {
      await notices.look();
      await tokens.collect();
    },
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
    await notices.lookAfresh();
    return found;
  }
  /** A restored device can look for its masks in a room for colleagues no sooner than when it enters it. */
  async function findOnEntering(room: string): Promise<void> {
    const searched = `searched/${room}`;
    if (!wallet.restored() || (await store.get(searched))) return;
    await findOwnIn(find, room);
    await store.set(searched, true);
    await inbox.lookAfresh();
    await notices.lookAfresh();
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
    await notices.reload();
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
    notices,
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
