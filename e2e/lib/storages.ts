import type { Page } from 'playwright-core';

/** All that a browser keeps for the house, as whoever opens its profile finds it. */
export interface Storages {
  readonly local: Readonly<Record<string, string>>;
  readonly session: Readonly<Record<string, string>>;
  /** Addresses that are kept in caches, by cache. */
  readonly caches: Readonly<Record<string, readonly string[]>>;
  /** Every entry of every database: its key, and its value as text, bytes letter for letter. */
  readonly databases: Readonly<Record<string, readonly string[]>>;
}

/** Reads every storage of the page's origin. */
export const storagesOf = (page: Page): Promise<Storages> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const text = (value: unknown) =>
      JSON.stringify(value, (_, part) =>
        part instanceof Uint8Array ? String.fromCharCode(...part.subarray(0, 4096)) : part,
      ) ?? '';
    const databases: Record<string, string[]> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      const entries: string[] = [];
      for (const store of database.objectStoreNames) {
        const transaction = database.transaction(store).objectStore(store);
        const [keys, values] = [await done(transaction.getAllKeys()), await done(transaction.getAll())];
        keys.forEach((key, i) => {
          entries.push(`${String(key)} ${text(values[i])}`);
        });
      }
      database.close();
      databases[name] = entries;
    }
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    }
    return { local: { ...localStorage }, session: { ...sessionStorage }, caches: kept, databases };
  });
