import type { Logger } from '@teahouse/kit/log';

/** Work that a request starts and doesn't wait for. */
export interface Background {
  /** Starts it; an error is logged by its code. */
  run(name: string, work: () => Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Keeps account of work in the background, so that a stop and a test can wait for it. */
export function createBackground(log: Logger): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const task: Promise<void> = work()
        .then(() => {})
        .catch((error: unknown) => log.error('background-failed', error, { task: name }))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
