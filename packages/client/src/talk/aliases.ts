import type { Alias, ThreadView } from '@teahouse/contract/talk';
import { actKey, fromBase64url, type Label, toBase64url } from '@teahouse/protocol';
import { entriesUnder, type Store } from '../store.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { nativeDerivation } from './native-keys.ts';

/** What this device knows of an alias of its own. Of one found by an earlier version only thread and room. */
export interface OwnAlias {
  readonly room: string;
  readonly pseudonym: string | null;
  readonly label: Label | null;
}

export interface Aliases {
  /** Own public key in a thread (base64url), derived from the seed. Throws `wallet-missing`. */
  mine(thread: string): string;
  /** Whether the alias with this public key is ours. No request, no pairing: one Ed25519 derivation. */
  isMine(thread: string, publicKey: string): boolean;
  /** The same for many threads, as fast as the platform can; `sample` is one of them. Throws `wallet-missing`. */
  deriver(sample: string | undefined): Promise<(thread: string) => Promise<string>>;
  /** Own alias in a thread on the screen. */
  own(view: ThreadView): Alias | undefined;
  /** What the device knows of its alias in a thread. */
  known(thread: string): Promise<OwnAlias | undefined>;
  remember(thread: string, alias: OwnAlias): Promise<void>;
  /** Threads in which this device knows an alias of its own. */
  threads(): Promise<{ room: string; thread: string }[]>;
}

const prefix = 'alias/';

/** Recognises own aliases by derivation: the act key is a function of (seed, thread). protocol.md 2. */
export function createAliases(store: Store, wallet: Wallet): Aliases {
  /** Public keys derived so far; for one seed, so it is thrown away when another comes. */
  let derived = new Map<string, string>();
  let seed: Uint8Array | undefined;
  wallet.subscribe(() => {
    if (wallet.snapshot().exists) return;
    seed = undefined;
    derived = new Map();
  });

  function mine(thread: string): string {
    if (wallet.seed() !== seed) {
      seed = wallet.seed();
      derived = new Map();
    }
    let publicKey = derived.get(thread);
    if (publicKey === undefined) {
      publicKey = toBase64url(actKey(wallet.seed(), fromBase64url(thread, 32)).publicKey);
      derived.set(thread, publicKey);
    }
    return publicKey;
  }
  const isMine = (thread: string, publicKey: string) =>
    wallet.snapshot().exists && mine(thread) === publicKey;

  return {
    mine,
    isMine,
    async deriver(sample) {
      const bytes = (thread: string) => fromBase64url(thread, 32);
      const check = sample === undefined ? undefined : { context: bytes(sample), publicKey: mine(sample) };
      const native = check && (await nativeDerivation(wallet.seed(), check));
      return native ? (thread) => native(bytes(thread)) : async (thread) => mine(thread);
    },
    own: (view) => view.aliases.find(({ publicKey }) => isMine(view.thread.id, publicKey)),
    known: async (thread) => (await store.get(prefix + thread)) as OwnAlias | undefined,
    remember: (thread, alias) => store.set(prefix + thread, alias),
    threads: async () =>
      (await entriesUnder<OwnAlias>(store, prefix)).map(([thread, { room }]) => ({ room, thread })),
  };
}
