import { availableParallelism } from 'node:os';
import { talkLimits } from '@teahouse/contract/talk';
import { readConfig } from '@teahouse/kit/config';
import { z } from 'zod';

const schema = z.object({
  /** The one database that this process knows. */
  databaseUrl: z.string(),
  /** Folder of the token keys. */
  secrets: z.string(),
  /** Path of a socket, or `host:port`. */
  listen: z.string().default('127.0.0.1:4382'),
  mode: z.enum(['demo', 'production']).default('demo'),
  /** Origins of the web app, separated by commas; empty where app and API are of one origin. */
  webOrigin: z.string().default(''),
  /** Base of the members plane, whose public documents are fetched: `http://…` or `unix:/path/to.sock`. */
  issuerUrl: z.string().default(''),
  /** Floor of the anonymity meter. protocol.md 1.4. */
  floor: z.coerce.number().int().min(1).default(talkLimits.floor),
  /** Threads that verify proofs. */
  verifyWorkers: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1)),
  /** Proofs that may wait for them; the next one is told `busy`. */
  verifyQueue: z.coerce.number().int().min(1).default(256),
  /** Listeners of live events that one process serves. */
  liveClients: z.coerce.number().int().min(1).default(5000),
});

/** Settings of the anonymous plane. Those with a default may be left out by whoever runs it in-process. */
export type TalkConfig = z.output<typeof schema>;
export type TalkSettings = z.input<typeof schema>;

/** From `TEAHOUSE_*` of the environment. Throws kit's `ConfigError`, in plain words. */
export const readTalkConfig = (env?: NodeJS.ProcessEnv): TalkConfig => readConfig(schema, env);

/** Fills in the defaults. Throws a `ZodError`. */
export const completeConfig = (settings: TalkSettings): TalkConfig => schema.parse(settings);
