export type Unsubscribe = () => void;

/** A value that tells when it changed; the form that `useSyncExternalStore` takes. */
export interface Observable<T> {
  subscribe(listener: () => void): Unsubscribe;
  /** The same object until something changed. */
  snapshot(): T;
}

/** An observable with its setter. */
export function createCell<T>(first: T): Observable<T> & { set(value: T): void } {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    snapshot: () => value,
    set: (next) => {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Runs one task after the other; a task that fails doesn't stop the next. */
export function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = tail.then(task, task);
    tail = run.catch(() => undefined);
    return run;
  };
}
