import { setTimeout as sleep } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@teahouse/kit/postgres-embedded';
import type { PlaneName } from './config.ts';

export interface DatabaseOptions {
  readonly name: PlaneName;
  /** Folder of the embedded cluster. */
  readonly dir: string;
  /** A database of the operator's own: then nothing is started and nothing is stopped. */
  readonly url: string | undefined;
  readonly onTrouble: (words: string) => void;
  /** Called when an embedded cluster could not be started again for `giveUpAfter`. */
  readonly onGivenUp: (error: Error) => void;
  /** Milliseconds before the first, second, … attempt to start it again; the last one holds for all that follow. */
  readonly delays?: readonly number[];
  /** How long (ms) it is tried to start it again. */
  readonly giveUpAfter?: number;
}

export interface Database {
  /** Its address, the same however often an embedded cluster has to be started again. */
  url(): string;
  /** Made by this start. */
  readonly fresh: boolean;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** A cluster that ran this long (ms) has shown that it works: its earlier falls are forgiven. */
const STEADY = 60_000;
const DELAYS = [200, 1000, 3000, 5000] as const;
const GIVE_UP_AFTER = 3_600_000;

/**
 * Starts the cluster of one plane and starts it again when it falls, however often: a disk that is full may have room
 * again soon, and the planes say 503 meanwhile. Throws kit's EmbeddedPostgresError.
 */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, name, dir, delays = DELAYS, giveUpAfter = GIVE_UP_AFTER } = options;
  if (url !== undefined) return { url: () => url, fresh: false, embedded: false, stop: async () => {} };

  let cluster = await startEmbeddedPostgres({ dir, name });
  const { fresh } = cluster;
  const socket = cluster.config.host;
  let stopping = false;
  let falls = 0;

  /** Tries until it runs; an error when it never does, nothing when nobody wants it any more. */
  const startAgain = async (): Promise<EmbeddedPostgres | Error | undefined> => {
    const end = performance.now() + giveUpAfter;
    let words = `the database of ${name} fell`;
    while (performance.now() < end) {
      const delay = delays[Math.min(falls, delays.length - 1)] ?? 0;
      falls += 1;
      options.onTrouble(`${words}; starting it again in ${delay / 1000} s`);
      await sleep(delay);
      if (stopping) return undefined;
      try {
        return await startEmbeddedPostgres({ dir, name, socket });
      } catch (error) {
        words = `the database of ${name} does not start: ${(error as Error).message}`;
      }
    }
    return new Error(words);
  };
  const guard = async () => {
    while (!stopping) {
      const began = performance.now();
      await cluster.exited;
      if (stopping) return;
      if (performance.now() - began > STEADY) falls = 0;
      const next = await startAgain();
      if (next instanceof Error) return options.onGivenUp(next);
      if (next === undefined) return;
      cluster = next;
      if (stopping) await cluster.stop();
      else options.onTrouble(`the database of ${name} is back`);
    }
  };
  void guard();

  return {
    url: () => cluster.url,
    fresh,
    embedded: true,
    async stop() {
      stopping = true;
      await cluster.stop();
    },
  };
}
