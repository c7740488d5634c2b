/** Keeps what is told of one thing from coming more often than it can be read. */
export interface Pace {
  /** Runs the task at once, unless one ran under this key within the gap: then after it, and of several the last alone. */
  ask(key: string, task: () => void): void;
}

/** `gap` in milliseconds. */
export function createPace(gap: number): Pace {
  /** What is to run under a key when its gap is over. */
  const resting = new Map<string, (() => void) | undefined>();

  function begin(key: string, task: () => void): void {
    task();
    resting.set(key, undefined);
    setTimeout(() => {
      const next = resting.get(key);
      resting.delete(key);
      if (next) begin(key, next);
    }, gap).unref();
  }
  return {
    ask(key, task) {
      if (resting.has(key)) resting.set(key, task);
      else begin(key, task);
    },
  };
}
