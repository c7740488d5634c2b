/** Something small that this device alone keeps of what its person looks at; it leaves it in no request. */
export interface Kept<T> {
  /** The same value until it changes. */
  readonly get: () => T;
  readonly change: (by: (before: T) => T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** One of them, for what keeps it sealed (`holder/seal-lists.ts`). */
export interface KeptList {
  readonly name: string;
  /** Shows what was kept, with what changed here since, and returns it. */
  join(kept: unknown): unknown;
}

export const prefix = 'teahouse.find.';
/** Stands there while a lock is on: then nothing else of these lists does. */
export const sealedMark = `${prefix}sealed`;
/** Whether a lock is on, open or not: nothing of the person's may be written into clear. */
export const isSealedDevice = (): boolean => localStorage.getItem(sealedMark) !== null;

export const keptLists: KeptList[] = [];
let keep: ((list: KeptList) => void) | null = null;
/** What keeps a list that changed while a lock is on. Until there is something, changes wait in this page's memory. */
export const bringKeeper = (keeper: typeof keep): void => {
  keep = keeper;
};

/** What stands in clear; null where nothing does. */
export const written = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
  } catch {
    return null;
  }
};

/** `parse` gets whatever stands there, null at first. Where nothing can be stored it lasts as long as the page. */
export function createKept<T>(name: string, parse: (value: unknown) => T): Kept<T> {
  const listeners = new Set<() => void>();
  let value = parse(written(name));
  /** Changes that are not sealed yet. */
  let waiting: ((before: T) => T)[] = [];
  const show = (next: T) => {
    value = next;
    for (const listener of [...listeners]) listener();
  };
  const list: KeptList = {
    name,
    join(kept) {
      show(waiting.reduce((before, by) => by(before), parse(kept)));
      waiting = [];
      return value;
    },
  };
  keptLists.push(list);
  return {
    get: () => value,
    change(by) {
      show(by(value));
      try {
        if (isSealedDevice()) {
          waiting.push(by);
          keep?.(list);
        } else localStorage.setItem(prefix + name, JSON.stringify(value));
      } catch {
        // Full, or not allowed here: it is a convenience.
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// Another tab changed something, or the device forgets (`holder/forget-device.ts` clears all of it).
globalThis.addEventListener?.('storage', (event) => {
  const { key } = event as StorageEvent;
  if (key === null || (key.startsWith(prefix) && !isSealedDevice()))
    for (const list of keptLists) list.join(written(list.name));
});

/** The texts of a list, whatever else stands in it. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
