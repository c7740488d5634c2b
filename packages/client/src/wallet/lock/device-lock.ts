import { toBase64url } from '@teahouse/protocol';
import { clientError } from '../../errors.ts';
import { createCell, type Observable } from '../../observable.ts';
import { type KeyDeps, type OpenKey, openKey, unwrap, wayFor, wayForSeed } from './keys.ts';
import type { LockedStore } from './locked-store.ts';
import type { LockAfter, Way } from './record.ts';
import type { LockSecret, NewLockSecret } from './secrets.ts';
import type { Tabs } from './tabs.ts';

/** A way in, as a page needs it to ask for the secret. */
export type LockWay =
  | { readonly kind: 'passphrase'; readonly id: string }
  | {
      readonly kind: 'passkey';
      readonly id: string;
      readonly credential: Uint8Array;
      readonly input: Uint8Array;
    };

export interface LockSnapshot {
  /** `off`: everything stands in clear; `locked`: nobody can read it here; `open`: unlocked. */
  readonly state: 'off' | 'locked' | 'open';
  /** Beside the recovery phrase, which always opens it. None while locked: the lock itself can't be read. */
  readonly ways: readonly LockWay[];
  readonly after: LockAfter;
  /** Entries that don't open any more, as far as they were met. */
  readonly damaged: number;
}

/**
 * The lock over what this device keeps. It protects against somebody who has the device, or a copy of its files, while
 * it is locked; not against code that runs while it is open. protocol.md 7; docs/decisions/0014.
 */
export interface DeviceLock extends Observable<LockSnapshot> {
  /** Seals what is in clear. Throws `passphrase-short`, `wallet-missing`, `lock-exists`. */
  turnOn(secret: NewLockSecret): Promise<void>;
  /**
   * Throws `passphrase-wrong`, `passkey-wrong`, `phrase-other` (the words of another key), `phrase-invalid`, or
   * `store-damaged` where neither this nor another try can help.
   */
  unlock(secret: LockSecret): Promise<void>;
  /** In all tabs. */
  lock(): Promise<void>;
  /**
   * Another way in; a new passphrase takes the place of the one before. Nothing but the wrapped key is rewritten.
   * Throws as `unlock` does for `by`, and `passphrase-short`.
   */
  add(secret: NewLockSecret, by: LockSecret): Promise<void>;
  /** Throws `lock-last-way` for the last one beside the phrase. */
  remove(id: string): Promise<void>;
  /** Puts everything into clear again. Throws `store-locked` unless it is open. */
  turnOff(): Promise<void>;
  setAfter(after: LockAfter): Promise<void>;
  /** Lets go of what does not open any more. */
  dropDamaged(): Promise<void>;
  /** Reads the Store anew. */
  load(): Promise<void>;
}

export interface DeviceLockDeps extends KeyDeps {
  readonly locked: LockedStore;
  /** The seed, for the phrase's way in. Throws `wallet-missing`. */
  readonly seed: () => Uint8Array;
  readonly tabs: Tabs;
  /** Called when what can be read has changed; what was read before is to be let go. */
  readonly reload: () => Promise<void>;
}

const shownWay = (way: Way): LockWay[] => {
  if (way.kind === 'phrase') return [];
  const { id } = way;
  return way.kind === 'passphrase'
    ? [{ kind: 'passphrase', id }]
    : [{ kind: 'passkey', id, credential: way.credential, input: way.input }];
};

function view(locked: LockedStore): LockSnapshot {
  const record = locked.record();
  const state = !record ? 'off' : locked.opened() ? 'open' : 'locked';
  const ways = record?.ways.flatMap(shownWay) ?? [];
  return { state, ways, after: record?.after ?? 15, damaged: locked.damaged() };
}

/** Puts the lock over a locked Store that was loaded. */
export function createDeviceLock(deps: DeviceLockDeps): DeviceLock {
  const { locked, tabs, rng } = deps;
  const cell = createCell(view(locked));

  /** After a change by this tab or another one. */
  async function changed(): Promise<void> {
    await deps.reload();
    cell.set(view(locked));
  }
  const openWith = async (key: OpenKey) => {
    await locked.open(key);
    try {
      await changed();
    } catch (error) {
      // It opens, and the key in it can't be read: nothing of this device is usable.
      await closeHere();
      throw error;
    }
  };
  /** The data key for as long as the task runs. */
  async function withDataKey<T>(by: LockSecret, task: (dataKey: Uint8Array, keyId: string) => Promise<T>) {
    const record = locked.record();
    if (!record) throw clientError('store-locked', 'there is no lock');
    if (record.ways.length === 0) throw clientError('store-damaged', 'the lock');
    const dataKey = await unwrap(record.ways, record.key, by, deps);
    try {
      return await task(dataKey, record.key);
    } finally {
      dataKey.fill(0);
    }
  }
  const closeHere = async () => {
    locked.close();
    // Told first: a wallet that goes away because it is locked is not one that is gone.
    cell.set(view(locked));
    await changed();
  };

  tabs.listen(async (message) => {
    const here = locked.opened();
    if (message.kind === 'lock') return closeHere();
    if (message.kind === 'ask' && here) tabs.tell({ kind: 'key', key: here });
    if (message.kind === 'key' && !here) {
      await locked.load();
      if (locked.record()?.key === message.key.id) await openWith(message.key);
    }
    if (message.kind === 'changed') {
      await locked.load();
      if (locked.record() && !locked.opened()) tabs.tell({ kind: 'ask' });
      await changed();
    }
  });
  if (cell.snapshot().state === 'locked') tabs.tell({ kind: 'ask' });

  return {
    subscribe: cell.subscribe,
    snapshot: cell.snapshot,
    async turnOn(secret) {
      const keyId = toBase64url(rng(16));
      const dataKey = rng(32);
      const ways = [
        await wayFor(secret, dataKey, keyId, deps),
        await wayForSeed(deps.seed(), dataKey, keyId, deps),
      ];
      const key = await openKey(keyId, dataKey);
      dataKey.fill(0);
      await locked.turnOn({ version: 1, key: keyId, phase: 'sealing', ways, after: 15 }, key);
      tabs.tell({ kind: 'changed' });
      await changed();
    },
    async unlock(secret) {
      const key = await withDataKey(secret, (dataKey, keyId) => openKey(keyId, dataKey));
      await openWith(key);
      tabs.tell({ kind: 'key', key });
    },
    async lock() {
      tabs.tell({ kind: 'lock' });
      await closeHere();
    },
    async add(secret, by) {
      const way = await withDataKey(by, (dataKey, keyId) => wayFor(secret, dataKey, keyId, deps));
      await locked.amend((record) => {
        const kept = record.ways.filter(({ kind }) => way.kind !== 'passphrase' || kind !== 'passphrase');
        return { ...record, ways: [...kept, way] };
      });
      tabs.tell({ kind: 'changed' });
      cell.set(view(locked));
    },
    async remove(id) {
      await locked.amend((record) => {
        const ways = record.ways.filter((way) => way.id !== id);
        if (!ways.some(({ kind }) => kind !== 'phrase')) throw clientError('lock-last-way');
        return { ...record, ways };
      });
      tabs.tell({ kind: 'changed' });
      cell.set(view(locked));
    },
    async turnOff() {
      await locked.turnOff();
      tabs.tell({ kind: 'changed' });
      await changed();
    },
    async setAfter(after) {
      await locked.amend((record) => ({ ...record, after }));
      tabs.tell({ kind: 'changed' });
      cell.set(view(locked));
    },
    async load() {
      await locked.load();
      await changed();
    },
    async dropDamaged() {
      await locked.dropDamaged();
      cell.set(view(locked));
    },
  };
}
