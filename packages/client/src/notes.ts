import type { Store } from './store.ts';

/** Small lists of the app's own (plain data), kept as everything else on the device is: sealed while a lock is on. */
export interface Notes {
  get(name: string): Promise<unknown>;
  /** Throws `store-locked` while the device is locked, as all writing does. */
  set(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
}

const prefix = 'note/';

export const createNotes = (store: Store): Notes => ({
  get: (name) => store.get(prefix + name),
  set: (name, value) => store.set(prefix + name, value),
  delete: (name) => store.delete(prefix + name),
});
