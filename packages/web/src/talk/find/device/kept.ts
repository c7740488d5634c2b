/** Something small that this device alone keeps of what its person looks at; it leaves it in no request. */
export interface Kept<T> {
  /** The same value until it changes. */
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const prefix = 'teahouse.find.';
const all: { read(): void }[] = [];

const written = (name: string): unknown => {
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
  const change = (next: T) => {
    value = next;
    for (const listener of [...listeners]) listener();
  };
  const kept = { name, read: () => change(parse(written(name))) };
  all.push(kept);
  return {
    get: () => value,
    set(next) {
      try {
        localStorage.setItem(prefix + name, JSON.stringify(next));
      } catch {
        // Full, or not allowed here: it is a convenience.
      }
      change(next);
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
  if (key === null || key.startsWith(prefix)) for (const kept of all) kept.read();
});

/** The texts of a list, whatever else stands in it. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
