/**
 * Where the device keeps things: IndexedDB in the app, memory in Node. Values are plain data: what JSON has, bytes,
 * `undefined`, dates, maps, sets, big integers. A `set` that has resolved survives a reload. While the device is locked
 * (wallet/lock), entries read as if they were not there, and writing one throws `store-locked`.
 */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** A store in memory. Clones as IndexedDB does, so that nobody shares an object with the store by accident. */
export function memoryStore(entries: Iterable<readonly [string, unknown]> = []): Store {
  const map = new Map<string, unknown>(entries);
  return {
    get: async (key) => structuredClone(map.get(key)),
    set: async (key, value) => {
      map.set(key, structuredClone(value));
    },
    delete: async (key) => {
      map.delete(key);
    },
    keys: async () => [...map.keys()],
  };
}

/** All values whose key begins so, with what follows. */
export async function entriesUnder<T>(store: Store, prefix: string): Promise<[string, T][]> {
  const keys = (await store.keys()).filter((key) => key.startsWith(prefix));
  return Promise.all(
    keys.map(async (key): Promise<[string, T]> => [key.slice(prefix.length), (await store.get(key)) as T]),
  );
}
