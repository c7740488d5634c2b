import type { LiveEvent, ThreadSummary } from '@teahouse/contract/talk';
import type { Rng } from '@teahouse/protocol';
import type { TalkCaller } from './call.ts';
import type { Drafts } from './drafts.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Logs } from './log/logs.ts';
import type { MembersCaller } from './members-call.ts';
import type { NamedTrace } from './named-trace.ts';
import type { Notes } from './notes.ts';
import type { Notices } from './notices/notices.ts';
import type { Outbox, Timers } from './outbox/outbox.ts';
import type { OpenedProof } from './proof.ts';
import type { Prover } from './prover.ts';
import type { OwnThread, RestoreProgress } from './restore.ts';
import type { Store } from './store.ts';
import type { Aliases } from './talk/aliases.ts';
import type { Labels } from './talk/labels.ts';
import type { WatchOptions, WatchState } from './talk/live.ts';
import type { RoomKeys } from './talk/room-keys.ts';
import type { Votes } from './talk/votes.ts';
import type { Tokens } from './tokens/tokens.ts';
import type { DeviceLock } from './wallet/lock/device-lock.ts';
import type { Mutex } from './wallet/lock/locked-store.ts';
import type { Stretch } from './wallet/lock/record.ts';
import type { Tabs } from './wallet/lock/tabs.ts';
import type { Wallet } from './wallet/wallet.ts';

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
  /** When this device last wrote in the named half, where other pages do that; without it what this client does. */
  readonly named?: NamedTrace;
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
  /** What moderators decided about own posts; read with each look that the inbox makes by itself. */
  readonly notices: Notices;
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
