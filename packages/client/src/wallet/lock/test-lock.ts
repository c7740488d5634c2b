import { createHash, randomBytes } from 'node:crypto';
import { memoryStore, type Store } from '../../store.ts';
import { openKey } from './keys.ts';
import { createLockedStore, type LockedStore } from './locked-store.ts';
import type { LockRecord, Stretch } from './record.ts';

export const rng = (length: number) => new Uint8Array(randomBytes(length));

/** Quick, and a function of all that it is given. */
export const quickStretch: Stretch = async (passphrase, salt, cost) =>
  new Uint8Array(createHash('sha256').update(passphrase).update(salt).update(JSON.stringify(cost)).digest());

/** One task after the other, as in a browser over all tabs. */
export function mutex() {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const run = tail.then(task, task);
    tail = run.catch(() => undefined);
    return run;
  };
}

export async function tab(inner: Store, shared = mutex()): Promise<LockedStore> {
  const locked = createLockedStore({ inner, rng, mutex: shared });
  await locked.load();
  return locked;
}

const keyId = Buffer.alloc(16, 7).toString('base64url');
export const record: LockRecord = { version: 1, key: keyId, phase: 'sealing', ways: [], after: 15 };
export const testKey = () => openKey(keyId, new Uint8Array(32).fill(9));

/** What a device keeps, some of it private. */
export const kept: readonly (readonly [string, unknown])[] = [
  ['wallet', { seed: new Uint8Array(32).fill(0x53), confirmed: true }],
  ['alias/A-thread-that-I-wrote-in', { room: 'square', pseudonym: null, label: null }],
  ['draft/thread/x', { text: '还没有说出口的话', title: undefined }],
  ['tokens/2026-W45', { week: '2026-W45', tokens: [{ nonce: 'n', state: 'free' }] }],
  ['instance', 'teahouse.example'],
  ['log/key/talk', { key: 'k' }],
];
export const privateNames = kept.map(([name]) => name).filter((name) => !/^(instance$|log\/)/.test(name));
export const device = () => memoryStore(kept);

/** All that a store holds, as one text: whoever has the disk can read it so. */
export async function diskOf(store: Store): Promise<string> {
  const texts: string[] = [];
  for (const key of await store.keys()) {
    const value = await store.get(key);
    const bytes = (part: unknown) =>
      part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part;
    texts.push(
      key,
      JSON.stringify(value, (_, part) => bytes(part)),
      String(bytes(value)),
    );
  }
  return texts.join('\n');
}

/** Everything that can be read through a store. */
export const contents = async (store: Store): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all((await store.keys()).map(async (key) => [key, await store.get(key)] as const)),
  );
