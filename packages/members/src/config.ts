import { resolve } from 'node:path';
import { addressForm, readObjectAddress } from '@teahouse/kit/objects/address';
import { z } from 'zod';

/** Cost of argon2id: memory in KiB and passes. */
const PasswordCost = z.object({ memoryCost: z.int().min(8), timeCost: z.int().min(1) });

/** OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
const owaspCost = { memoryCost: 19_456, timeCost: 2 };

/** `TEAHOUSE_DATABASE_URL` → `databaseUrl` and so on; read by `readConfig` of the kit. */
export const MembersConfig = z.object({
  databaseUrl: z.string().min(1),
  /** Folder of the keys that must not be in the database. */
  secrets: z
    .string()
    .min(1)
    .transform((folder) => resolve(folder)),
  /** `host:port`, or the path of a Unix socket. */
  listen: z.string().default('127.0.0.1:4381'),
  mode: z.enum(['demo', 'production']).default('production'),
  /** Origins of the web app, separated by commas. */
  webOrigin: z
    .string()
    .default('http://localhost:4380')
    .transform((list) => list.split(',').map((origin) => new URL(origin.trim()).origin)),
  smtpUrl: z.url().default('smtp://127.0.0.1:25'),
  mailFrom: z.string().default('Teahouse <teahouse@localhost>'),
  /** Where letters from work addresses arrive: `host:port`, or the path of a Unix socket. None are taken without it. */
  letterListen: z.string().optional(),
  /** The domain whose mail (MX) arrives there. */
  letterDomain: z.hostname().default('localhost'),
  /** Files of certificate chain and key in PEM, for STARTTLS; both or none. */
  letterTlsCert: z.string().optional(),
  letterTlsKey: z.string().optional(),
  /** DNS servers to ask for DKIM keys and DMARC policies, as `address` or `address:port`, separated by commas; the system's without it. */
  letterDns: z.string().default(''),
  issuanceSchedule: z.enum(['immediate', 'daily']).default('daily'),
  /** Name of the installation in contexts; made up and kept on the first start where it is not given. */
  instance: z
    .string()
    .regex(/^[!-*,-~]{1,120}$/, 'printable ASCII without spaces and plus signs')
    .optional(),
  /** Folder of the issuer's log, which anyone may read; `public-log` in the secrets folder without it. */
  publicLog: z.string().min(1).optional(),
  /** Folder of the sealed files of applications; `files` in the secrets folder without it. */
  files: z.string().min(1).optional(),
  /** Where pictures and sealed files are carried after a day: a folder or a bucket; they stay without it (decision 0038). */
  objects: z
    .string()
    .refine((address) => readObjectAddress(address) !== undefined, addressForm)
    .optional()
    .describe(`where pictures and files of applications are carried after a day, ${addressForm}; they stay without it`),
  /** Of a bucket: the name of the key, and the key. Never those of the other plane. */
  objectsKey: z.string().optional().describe('access key of the bucket'),
  objectsSecret: z.string().optional().describe('secret of the access key of the bucket'),
  /** Keys of witnesses whose cosignatures the log takes (C2SP signed-note, type 0x04), separated by commas. */
  witnesses: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== ''),
    ),
  /** Whether the server fetches pages that members link to, for their titles and pictures. */
  linkPreviews: z.enum(['on', 'off']).default('on'),
  /** How often one member may search in an hour: enough for a person, little for a copy of the directory. */
  searchesPerHour: z.coerce.number().int().positive().default(600),
  /** How many pages and lists about others one member may read in an hour: one every three seconds, all hour long. */
  pagesPerHour: z.coerce.number().int().positive().default(1200),
  /** The same for visitors, all of one network together: a house or an office may share it. */
  visitsPerHour: z.coerce.number().int().positive().default(1200),
  /** Where the log goes; standard output without it. */
  logFile: z.string().optional(),
  /** Not for production: seeds and tests make hundreds of accounts. Only code can set it. */
  passwordCost: PasswordCost.default(owaspCost),
});
export type MembersConfig = z.output<typeof MembersConfig>;
/** What a caller in the same process passes; the rest has defaults. */
export type MembersConfigInput = z.input<typeof MembersConfig>;
