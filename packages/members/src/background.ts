import type { Logger } from '@teahouse/kit/log';
import { uncounted } from '@teahouse/kit/pool';

/** Work that a request starts and doesn't wait for. */
export interface Background {
  /** Starts it; an error is logged by its code. */
  run(name: string, work: () => Promise<unknown>): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Runs work and keeps how it went. */
type Watch = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Keeps account of work in the background, so that a stop and a test can wait for it. */
export function createBackground(log: Logger, watch: Watch = (_name, work) => work()): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const task: Promise<void> = uncounted(() => watch(name, work))
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

/** Lets one run at a time; asked for while one runs, another follows, as the first may have read before. */
export function createTrigger(background: Background, name: string, run: () => Promise<unknown>): () => void {
  let running = false;
  let again = false;
  return () => {
    again = running;
    if (running) return;
    running = true;
    background.run(name, async () => {
      try {
        do {
          again = false;
          await run();
        } while (again);
      } finally {
        running = false;
      }
    });
  };
}
