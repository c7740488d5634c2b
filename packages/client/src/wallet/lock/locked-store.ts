import type { Rng } from '@teahouse/protocol';
import { clientError } from '../../errors.ts';
import type { Store } from '../../store.ts';
import type { OpenKey } from './keys.ts';
import { type LockRecord, parseRecord, recordKey } from './record.ts';
import { type Entry, isSealed, openEntry, sealEntry, sealedKey } from './seal.ts';

/** Runs one task after the other, over all tabs that share the inner Store. */
export type Mutex = <T>(task: () => Promise<T>) => Promise<T>;

export interface LockedStoreDeps {
  readonly inner: Store;
  readonly rng: Rng;
  readonly mutex: Mutex;
}

/**
 * A Store that seals its private entries while a lock is on. Locked, it reads as if they were not there, and throws
 * `store-locked` when one is to be written.
 */
export interface LockedStore {
  readonly store: Store;
  /** As of the last look; undefined: no lock. */
  record(): LockRecord | undefined;
  /** The data key, while it is open. */
  opened(): OpenKey | undefined;
  /** Sealed entries that do not open with the data key, as far as they were met. */
  damaged(): number;
  /** Looks at the record anew: another tab may have turned the lock on, off, or changed it. */
  load(): Promise<void>;
  /** Opens with the data key of this record and ends what was interrupted. Throws `store-locked` for another key. */
  open(key: OpenKey): Promise<void>;
  close(): void;
  /** Turns the lock on: every private entry is sealed, and what was in clear is deleted. Throws `lock-exists`. */
  turnOn(record: LockRecord, key: OpenKey): Promise<void>;
  /** Turns it off again; it has to be open. */
  turnOff(): Promise<void>;
  /** Changes ways in or settings. Throws `store-locked` where there is no lock. */
  amend(change: (record: LockRecord) => LockRecord): Promise<void>;
  /** Throws away what does not open. */
  dropDamaged(): Promise<void>;
  wipe(): Promise<void>;
}

/** Everything is private but what a device has to know while it is locked, and what is the same for everybody. */
const isPublic = (key: string): boolean => key === 'instance' || key.startsWith('log/');
const isPrivateInClear = (key: string): boolean => !isPublic(key) && !isSealed(key) && key !== recordKey;

/** protocol.md 7; docs/decisions/0014. */
export function createLockedStore({ inner, rng, mutex }: LockedStoreDeps): LockedStore {
  let record: LockRecord | undefined;
  let key: OpenKey | undefined;
  /** Names of sealed entries by their place; null: it does not open. */
  let names = new Map<string, string | null>();
  /** Writes of this tab that are waiting or under way: who reads after them sees what they wrote. */
  const writing = new Map<string, Promise<void>>();

  async function look(): Promise<LockRecord | undefined> {
    const before = record?.key;
    const kept = await inner.get(recordKey);
    record = kept === undefined ? undefined : parseRecord(kept);
    if (record?.key !== before) names = new Map();
    if (record?.key !== key?.id) key = undefined;
    return record;
  }
  const setRecord = async (next: LockRecord): Promise<void> => {
    await inner.set(recordKey, next);
    record = next;
  };
  function requireOpen(): OpenKey {
    if (!key) throw clientError('store-locked');
    return key;
  }
  /** undefined: nothing is there; null: it does not open. */
  async function openAt(open: OpenKey, place: string): Promise<Entry | null | undefined> {
    const sealed = await inner.get(place);
    if (sealed === undefined) return undefined;
    const entry = await openEntry(open, place, sealed);
    if (key === open) names.set(place, entry?.name ?? null);
    return entry;
  }
  async function put(name: string, value: unknown): Promise<void> {
    const open = requireOpen();
    const place = await sealedKey(open, name);
    await inner.set(place, await sealEntry(open, place, { name, value }, rng));
    names.set(place, name);
  }

  /** Seals what is still in clear. Each entry is there twice before it is there once. */
  async function sealAll(): Promise<void> {
    for (const name of (await inner.keys()).filter(isPrivateInClear)) {
      await put(name, await inner.get(name));
      await inner.delete(name);
    }
    if (record) await setRecord({ ...record, phase: 'on' });
  }
  async function unsealAll(): Promise<void> {
    const open = requireOpen();
    for (const place of (await inner.keys()).filter(isSealed)) {
      const entry = await openAt(open, place);
      if (entry) await inner.set(entry.name, entry.value);
      await inner.delete(place);
    }
    await inner.delete(recordKey);
    await look();
  }
  async function finish(): Promise<void> {
    if (record?.phase === 'sealing') await sealAll();
    if (record?.phase === 'opening') await unsealAll();
  }

  async function get(name: string): Promise<unknown> {
    if (isPublic(name) || !record) return inner.get(name);
    const open = key;
    if (!open) return undefined;
    const entry = await openAt(open, await sealedKey(open, name));
    if (entry === null && name === 'wallet') throw clientError('store-damaged', 'the key');
    return entry?.value;
  }
  /** Writing looks at the record first: no tab may put into clear what another one has begun to seal. */
  function write(name: string, clear: () => Promise<void>, sealed: () => Promise<void>): Promise<void> {
    if (isPublic(name)) return clear();
    const written = mutex(async () => {
      const now = await look();
      if (!now) return clear();
      await sealed();
      if (now.phase !== 'on') await inner.delete(name);
    });
    const settled = written
      .catch(() => undefined)
      .then(() => {
        if (writing.get(name) === settled) writing.delete(name);
      });
    writing.set(name, settled);
    return written;
  }
  async function keys(): Promise<string[]> {
    const all = await inner.keys();
    if (!record) return all.filter((one) => !isSealed(one) && one !== recordKey);
    const found = all.filter(isPublic);
    const open = key;
    if (!open) return found;
    for (const place of all.filter(isSealed)) {
      const name = names.has(place) ? names.get(place) : (await openAt(open, place))?.name;
      if (name) found.push(name);
    }
    return found;
  }
  const store: Store = {
    /** While entries are on their way from one form to the other, reading waits. */
    async get(name) {
      await writing.get(name);
      return record && record.phase !== 'on' && !isPublic(name) ? mutex(() => get(name)) : get(name);
    },
    set: (name, value) =>
      write(
        name,
        () => inner.set(name, value),
        () => put(name, value),
      ),
    delete: (name) =>
      write(
        name,
        () => inner.delete(name),
        async () => inner.delete(await sealedKey(requireOpen(), name)),
      ),
    async keys() {
      await Promise.all(writing.values());
      return keys();
    },
  };

  return {
    store,
    record: () => record,
    opened: () => key,
    damaged: () => [...names.values()].filter((name) => name === null).length,
    async load() {
      if (await look()) return;
      // Sealed entries without a record are what a wiping left that was interrupted: nothing opens them any more.
      const left = (await inner.keys()).filter(isSealed);
      if (left.length > 0)
        await mutex(async () => {
          if (!(await look())) for (const place of left) await inner.delete(place);
        });
    },
    open: (opened) =>
      mutex(async () => {
        if ((await look())?.key !== opened.id) throw clientError('store-locked');
        key = opened;
        await finish();
      }),
    close() {
      key = undefined;
      names = new Map();
    },
    turnOn: (next, opened) =>
      mutex(async () => {
        if (await look()) throw clientError('lock-exists');
        await setRecord(next);
        key = opened;
        names = new Map();
        await sealAll();
      }),
    turnOff: () =>
      mutex(async () => {
        const now = await look();
        requireOpen();
        if (now) await setRecord({ ...now, phase: 'opening' });
        await finish();
      }),
    amend: (change) =>
      mutex(async () => {
        const now = await look();
        if (!now) throw clientError('store-locked');
        await setRecord(change(now));
      }),
    dropDamaged: () =>
      mutex(async () => {
        for (const [place, name] of names) {
          if (name !== null) continue;
          await inner.delete(place);
          names.delete(place);
        }
      }),
    wipe: () =>
      mutex(async () => {
        // First what opens the rest: if this is interrupted, what is left is noise.
        await inner.delete(recordKey);
        for (const one of await inner.keys()) await inner.delete(one);
        await look();
      }),
  };
}
