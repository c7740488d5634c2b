import type { Store } from '@teahouse/client';
import { createStore, del, get, keys, set } from 'idb-keyval';

/** The device's own store: IndexedDB, under one name, so that "forget everything" finds all of it. */
export function browserStore(): Store {
  const store = createStore('teahouse', 'holder');
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    delete: (key) => del(key, store),
    keys: () => keys<string>(store),
  };
}
