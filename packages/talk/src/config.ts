import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { talkLimits } from '@teahouse/contract/talk';
import { readScannerAddress } from '@teahouse/eye';
import { readConfig } from '@teahouse/kit/config';
import { addressForm, readObjectAddress } from '@teahouse/kit/objects/address';
import { z } from 'zod';

function isScanner(setting: string): boolean {
  try {
    readScannerAddress(setting);
    return true;
  } catch {
    return false;
  }
}

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
  /** Folder of talk's own log, to be served as static files; in the secrets folder where it is not set. */
  publicLog: z.string().default(''),
  /** Folder of the mirror of the issuer's log. All processes of this plane use the same two folders. */
  issuerLog: z.string().default(''),
  /** Keys of the witnesses whose cosignatures are taken, in the form of C2SP signed-note, separated by commas. */
  witnesses: z.string().default(''),
  /** Minutes between two roots of accepted acts in the log, from the full hour on. protocol.md 4. */
  logEvery: z.coerce
    .number()
    .int()
    .multipleOf(talkLimits.slotMinutes)
    .min(talkLimits.slotMinutes)
    .default(60),
  /** What the instance serves as its web app (`webHash` of the protocol, base64url), and how many files. */
  webHash: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url')
    .optional(),
  webFiles: z.coerce.number().int().min(0).default(0),
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
  /** Threads that decode pictures, and how many pictures may wait for them. */
  pictureWorkers: z.coerce.number().int().min(1).max(16).default(1),
  pictureQueue: z.coerce.number().int().min(1).default(32),
  /** Texts that may wait for the first look; the next one is told `busy`. */
  lookQueue: z.coerce.number().int().min(1).default(256),
  /** Where clamd listens, which is asked about every picture's file: `unix:/path/of/socket` or `host:port`. */
  clamav: z
    .string()
    .refine(isScanner, 'unix:/path/of/socket or host:port')
    .optional()
    .describe('where clamd listens; leave it out where there is none'),
  /** Where pictures are carried after a day: a folder or a bucket; all stay in the database without it (decision 0038). */
  objects: z
    .string()
    .refine((address) => readObjectAddress(address) !== undefined, addressForm)
    .optional()
    .describe(`where pictures are carried after a day, ${addressForm}; they stay in the database without it`),
  /** Of a bucket: the name of the key, and the key. Never those of the other plane. */
  objectsKey: z.string().optional().describe('access key of the bucket'),
  objectsSecret: z.string().optional().describe('secret of the access key of the bucket'),
  /** Cost of argon2id for the staff's passwords: KiB and passes (OWASP Password Storage Cheat Sheet). */
  passwordCost: z
    .object({ memoryCost: z.int().min(8), timeCost: z.int().min(1) })
    .default({ memoryCost: 19_456, timeCost: 2 }),
  /** Listeners of live events that one process serves. */
  liveClients: z.coerce.number().int().min(1).default(5000),
});

/** Settings of the anonymous plane. Those with a default may be left out by whoever runs it in-process. */
export type TalkConfig = z.output<typeof schema>;
export type TalkSettings = z.input<typeof schema>;

/** From `TEAHOUSE_*` of the environment. Throws kit's `ConfigError`, in plain words. */
export const readTalkConfig = (env?: NodeJS.ProcessEnv): TalkConfig => readConfig(schema, env);

/** Fills in the defaults. Throws a `ZodError`. */
export function completeConfig(settings: TalkSettings): TalkConfig {
  const config = schema.parse(settings);
  const beside = (folder: string, name: string) => (folder === '' ? join(config.secrets, name) : folder);
  return {
    ...config,
    publicLog: beside(config.publicLog, 'public-log'),
    issuerLog: beside(config.issuerLog, 'issuer-log'),
  };
}
