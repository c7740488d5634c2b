import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { talkLimits } from '@teahouse/contract/talk';
import { readScannerAddress } from '@teahouse/eye';
import { drainSeconds, metricsListen } from '@teahouse/kit/common-settings';
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

/** `TEAHOUSE_DATABASE_URL` → `databaseUrl` and so on; read by `readConfig` of the kit. */
export const TalkConfigSchema = z.object({
  databaseUrl: z.string().describe('the one database of this plane, `postgresql://…`; a cluster of its own'),
  pooler: z
    .enum(['on', 'off'])
    .default('off')
    .describe('whether a pooler in transaction mode (pgbouncer) stands before the database'),
  sessionUrl: z
    .string()
    .min(1)
    .optional()
    .describe('the database itself, past the pooler: for LISTEN and migrations'),
  replicaUrl: z
    .string()
    .min(1)
    .optional()
    .describe('a streaming replica of the database, for what anybody may read'),
  secrets: z.string().describe('folder of the token keys; all processes use the same'),
  listen: z.string().default('127.0.0.1:4382').describe('`host:port`, or the path of a Unix socket'),
  mode: z.enum(['demo', 'production']).default('demo').describe('`demo`: the desk’s cookie also without TLS'),
  webOrigin: z
    .string()
    .default('')
    .describe('origins of the web app, separated by commas; empty where app and API are of one origin'),
  issuerUrl: z
    .string()
    .default('')
    .describe(
      'base of the members plane, whose public documents are fetched: `https://tea.example/api/members` or `unix:/path/to.sock`',
    ),
  publicLog: z
    .string()
    .default('')
    .describe('folder of talk’s own log, which anyone may read; all processes use the same'),
  issuerLog: z
    .string()
    .default('')
    .describe('folder of the mirror of the issuer’s log; all processes use the same'),
  witnesses: z
    .string()
    .default('')
    .describe('public keys of witnesses whose cosignatures the log takes (C2SP), separated by commas'),
  logEvery: z.coerce
    .number()
    .int()
    .multipleOf(talkLimits.slotMinutes)
    .min(talkLimits.slotMinutes)
    .default(60)
    .describe('minutes between two entries of accepted acts in the log, a multiple of 5'),
  webHash: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url')
    .optional()
    .describe('what the instance serves as its web app; `teahouse start` finds it by itself'),
  webFiles: z.coerce.number().int().min(0).default(0).describe('how many files that is'),
  floor: z.coerce
    .number()
    .int()
    .min(1)
    .default(talkLimits.floor)
    .describe('least number of credentials behind a label'),
  verifyWorkers: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1))
    .meta({ description: 'threads that check proofs', shownDefault: 'all cores but one' }),
  verifyQueue: z.coerce
    .number()
    .int()
    .min(1)
    .default(256)
    .describe('proofs that may wait for them; the next one is told `busy`'),
  pictureWorkers: z.coerce.number().int().min(1).max(16).default(1).describe('threads that decode pictures'),
  pictureQueue: z.coerce.number().int().min(1).default(32).describe('pictures that may wait for them'),
  lookQueue: z.coerce
    .number()
    .int()
    .min(1)
    .default(256)
    .describe('texts that may wait for the first look; the next one is told `busy`'),
  clamav: z
    .string()
    .refine(isScanner, 'unix:/path/of/socket or host:port')
    .optional()
    .describe(
      'where clamd listens, `unix:/run/clamav/clamd.ctl` or `127.0.0.1:3310`: every picture’s file is shown to it. While it is away, posts with pictures wait for a moderator',
    ),
  objects: z
    .string()
    .refine((address) => readObjectAddress(address) !== undefined, addressForm)
    .optional()
    .describe(`where pictures are carried after a day, ${addressForm}; they stay in the database without it`),
  objectsKey: z
    .string()
    .optional()
    .meta({ description: 'access key of the bucket; never that of the other plane', secret: true }),
  objectsSecret: z.string().optional().describe('secret of the access key of the bucket'),
  /** Cost of argon2id for the staff's passwords: KiB and passes (OWASP Password Storage Cheat Sheet). */
  passwordCost: z
    .object({ memoryCost: z.int().min(8), timeCost: z.int().min(1) })
    .default({ memoryCost: 19_456, timeCost: 2 }),
  liveClients: z.coerce
    .number()
    .int()
    .min(1)
    .default(5000)
    .describe('listeners of live events that one process serves'),
  drainSeconds: drainSeconds(),
  metrics: metricsListen(),
});

/** Settings of the anonymous plane. Those with a default may be left out by whoever runs it in-process. */
export type TalkConfig = z.output<typeof TalkConfigSchema>;
export type TalkSettings = z.input<typeof TalkConfigSchema>;

/** From `TEAHOUSE_*` of the environment. Throws kit's `ConfigError`, in plain words. */
export const readTalkConfig = (env?: NodeJS.ProcessEnv): TalkConfig => readConfig(TalkConfigSchema, env);

/** Fills in the defaults. Throws a `ZodError`. */
export function completeConfig(settings: TalkSettings): TalkConfig {
  const config = TalkConfigSchema.parse(settings);
  const beside = (folder: string, name: string) => (folder === '' ? join(config.secrets, name) : folder);
  return {
    ...config,
    publicLog: beside(config.publicLog, 'public-log'),
    issuerLog: beside(config.issuerLog, 'issuer-log'),
  };
}
