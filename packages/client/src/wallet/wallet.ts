import type { Me } from '@teahouse/contract/members';
import {
  commitmentPoint,
  credentialCounts,
  epochOf,
  equal,
  newSeed,
  phraseFromSeed,
  type Rng,
  seedFromPhrase,
  toBase64url,
} from '@teahouse/protocol';
import { clientError } from '../errors.ts';
import type { LogGuard } from '../log/guard.ts';
import { believable } from '../log/published.ts';
import type { MembersCaller } from '../members-call.ts';
import { createCell, type Observable } from '../observable.ts';
import type { Prover } from '../prover.ts';
import type { Store } from '../store.ts';
import { checkIssued, type HeldCredential, type SeenKeys, type StoredCredential } from './credentials.ts';

export interface WalletSnapshot {
  readonly exists: boolean;
  readonly phraseConfirmed: boolean;
  /** Whether somebody chose to go on without having shown that the words are on paper. */
  readonly phrasePostponed: boolean;
  /** Whether this device has sent its commitment. */
  readonly committed: boolean;
  readonly credentials: readonly HeldCredential[];
  /** The present epoch. */
  readonly epoch: string;
  readonly schedule: 'immediate' | 'daily' | null;
  /** Day of the issuer's next batch, as of the last `refresh`. */
  readonly nextBatch: string | null;
}

export interface Wallet extends Observable<WalletSnapshot> {
  /** Makes a new seed and returns its 24 words. Throws `wallet-exists`. */
  create(): Promise<string>;
  /** The 24 words again. Throws `wallet-missing`. */
  phrase(): Promise<string>;
  /** Whether these are the words; then the phrase counts as written down. */
  confirmPhrase(words: string): Promise<boolean>;
  /** Goes on without the check, until it is made up for. Throws `wallet-missing`. */
  postponePhrase(): Promise<void>;
  /** Takes the seed from a phrase. Throws `phrase-invalid`, or `wallet-exists` when another seed is here. */
  restore(phrase: string): Promise<void>;
  /**
   * Sends the commitment to members; `replace` after a lost phrase, to take the place of the one that is pinned from
   * the next epoch on. Throws what the call throws, or `wallet-missing`.
   */
  commit(options?: { readonly replace?: boolean }): Promise<Me>;
  /**
   * Fetches the credentials, checks each and keeps them. Throws `issuer-key-unknown`, `credential-invalid`, or what
   * the log's guard throws (`not-in-log` also for an own credential that it doesn't hold), and keeps what was there
   * before; or what the calls throw.
   */
  refresh(): Promise<readonly HeldCredential[]>;
  /** Credentials whose epoch counts now, newest epoch first. */
  usable(): readonly StoredCredential[];
  /** All credentials of an epoch, also of one that no longer speaks: a ballot stays open into the next month. */
  ofEpoch(epoch: string): readonly StoredCredential[];
  /** Takes note of epochs whose first batch is out, which ends the days of grace of the epoch before. */
  noteIssued(issued: readonly string[]): void;
  /** The seed (32 bytes). Throws `wallet-missing`. */
  seed(): Uint8Array;
  /** Whether the seed came from a phrase, so that its tokens may be partly spent. */
  restored(): boolean;
  /** Reads the Store anew. */
  load(): Promise<void>;
}

interface StoredWallet {
  readonly seed: Uint8Array;
  readonly confirmed: boolean;
  readonly postponed?: boolean;
  readonly committed: boolean;
  readonly restored: boolean;
}
interface StoredCredentials {
  readonly list: readonly StoredCredential[];
  readonly seenKeys: SeenKeys;
  readonly issued: readonly string[];
  readonly schedule: 'immediate' | 'daily' | null;
  readonly nextBatch: string | null;
}
const noCredentials: StoredCredentials = {
  list: [],
  seenKeys: {},
  issued: [],
  schedule: null,
  nextBatch: null,
};

interface WalletDeps {
  readonly store: Store;
  readonly members: MembersCaller;
  readonly prover: Prover;
  readonly clock: { now(): Date };
  readonly rng: Rng;
  readonly guard: LogGuard;
}

/** The wallet over a Store: seed, phrase, commitment, credentials. protocol.md 1 and 7. */
export async function createWallet(deps: WalletDeps): Promise<Wallet> {
  const { store, members, prover, clock, rng, guard } = deps;
  let wallet: StoredWallet | undefined;
  let held = noCredentials;

  const view = (): WalletSnapshot => ({
    exists: wallet !== undefined,
    phraseConfirmed: wallet?.confirmed ?? false,
    phrasePostponed: !wallet?.confirmed && (wallet?.postponed ?? false),
    committed: wallet?.committed ?? false,
    credentials: held.list.map(({ epoch, company, industry, standing, key }) => ({
      epoch,
      company,
      industry,
      standing,
      key,
    })),
    epoch: epochOf(clock.now()),
    schedule: held.schedule,
    nextBatch: held.nextBatch,
  });
  const cell = createCell(view());

  async function load(): Promise<void> {
    wallet = (await store.get('wallet')) as StoredWallet | undefined;
    held = ((await store.get('credentials')) as StoredCredentials | undefined) ?? noCredentials;
    cell.set(view());
  }
  async function keep(next: StoredWallet): Promise<void> {
    await store.set('wallet', next);
    wallet = next;
    cell.set(view());
  }
  async function keepCredentials(next: StoredCredentials): Promise<void> {
    await store.set('credentials', next);
    held = next;
    cell.set(view());
  }
  function existing(): StoredWallet {
    if (!wallet) throw clientError('wallet-missing');
    return wallet;
  }
  function parsePhrase(phrase: string): Uint8Array {
    try {
      return seedFromPhrase(phrase);
    } catch {
      // No cause: an error that travels must not quote the words.
      throw clientError('phrase-invalid');
    }
  }

  await load();
  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    load,
    seed: () => existing().seed,
    restored: () => existing().restored,
    async create() {
      if (wallet) throw clientError('wallet-exists');
      const seed = newSeed(rng);
      await keep({ seed, confirmed: false, committed: false, restored: false });
      return phraseFromSeed(seed);
    },
    phrase: async () => phraseFromSeed(existing().seed),
    async confirmPhrase(words) {
      const here = existing();
      let same = false;
      try {
        same = equal(parsePhrase(words), here.seed);
      } catch {
        return false;
      }
      if (same && !here.confirmed) await keep({ ...here, confirmed: true });
      return same;
    },
    async postponePhrase() {
      await keep({ ...existing(), postponed: true });
    },
    async restore(phrase) {
      const seed = parsePhrase(phrase);
      if (wallet && !equal(wallet.seed, seed)) throw clientError('wallet-exists');
      if (!wallet) await keep({ seed, confirmed: true, committed: false, restored: true });
    },
    async commit({ replace = false } = {}) {
      const here = existing();
      const commitment = await prover.commit(here.seed);
      const me = await members.commit({ body: { commitment: toBase64url(commitment), replace } });
      await keep({ ...existing(), committed: true });
      return me;
    },
    async refresh() {
      const { seed } = existing();
      await guard.requireGoing();
      const [answer, published] = await Promise.all([members.credentials(), members.issuer()]);
      const epochs = answer.credentials.map(({ epoch }) => epoch);
      const { document, claims } = believable(published, epochOf(clock.now()), epochs);
      const { instance, log } = published;
      const tree = await guard.check('issuer@members', { instance, log, claims });
      const point = async () => commitmentPoint(await prover.commit(seed));
      const checks = { prover, seed, document, seen: held.seenKeys, known: held.list, tree, point };
      const list: StoredCredential[] = [];
      for (const issued of answer.credentials) list.push(await checkIssued(issued, checks));
      list.sort((a, b) => b.epoch.localeCompare(a.epoch) || a.company.localeCompare(b.company));
      const seenKeys = {
        ...held.seenKeys,
        ...Object.fromEntries(list.map(({ epoch, key }) => [epoch, key])),
      };
      const { schedule, nextBatch } = answer;
      await keepCredentials({ list, seenKeys, issued: document.issued, schedule, nextBatch });
      if (list.length > 0 && !existing().committed) await keep({ ...existing(), committed: true });
      return cell.snapshot().credentials;
    },
    usable: () =>
      held.list.filter(({ epoch }) => credentialCounts({ epoch, now: clock.now(), issued: held.issued })),
    ofEpoch: (epoch) => held.list.filter((one) => one.epoch === epoch),
    noteIssued(issued) {
      if (issued.some((epoch) => !held.issued.includes(epoch))) {
        held = { ...held, issued: [...new Set([...held.issued, ...issued])].sort() };
      }
    },
  };
}
