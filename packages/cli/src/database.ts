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
  readonly onGivenUp: (error: Error) => void;
  readonly delays?: readonly number[];
}

export interface Database {
  /** Its address at present: another one may follow when an embedded cluster had to be started again. */
  url(): string;
  /** Made by this start. */
  readonly fresh: boolean;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** A cluster that ran this long (ms) has shown that it works: its earlier falls are forgiven. */
const STEADY = 60_000;

/** Starts the cluster of one plane and starts it again when it falls. Throws kit's EmbeddedPostgresError. */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, name, dir } = options;
  if (url !== undefined) return { url: () => url, fresh: false, embedded: false, stop: async () => {} };

  const delays = options.delays ?? [200, 1000, 3000];
  let cluster = await startEmbeddedPostgres({ dir, name });
  const { fresh } = cluster;
  let stopping = false;
  let falls = 0;

  /** One attempt for each delay; the words of the last failure when none succeeds. */
  const startAgain = async (): Promise<EmbeddedPostgres | Error> => {
    for (;;) {
      const delay = delays[falls];
      falls += 1;
      if (delay === undefined) return new Error(`the database of ${name} fell ${falls} times`);
      options.onTrouble(`the database of ${name} fell; starting it again in ${delay / 1000} s`);
      await sleep(delay);
      try {
        return await startEmbeddedPostgres({ dir, name });
      } catch (error) {
        options.onTrouble(`the database of ${name} does not start: ${(error as Error).message}`);
      }
    }
  };
  const guard = async () => {
    while (!stopping) {
      const began = performance.now();
      await cluster.exited;
      if (stopping) return;
      if (performance.now() - began > STEADY) falls = 0;
      const next = await startAgain();
      if (next instanceof Error) return options.onGivenUp(next);
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
