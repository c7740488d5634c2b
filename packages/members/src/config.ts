import { resolve } from 'node:path';
import { drainSeconds, metricsListen } from '@teahouse/kit/common-settings';
import { addressForm, readObjectAddress } from '@teahouse/kit/objects/address';
import { readNetworks } from '@teahouse/kit/trusted-front';
import { z } from 'zod';

/** Cost of argon2id: memory in KiB and passes. */
const PasswordCost = z.object({ memoryCost: z.int().min(8), timeCost: z.int().min(1) });

/** OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
const owaspCost = { memoryCost: 19_456, timeCost: 2 };

/** `TEAHOUSE_DATABASE_URL` → `databaseUrl` and so on; read by `readConfig` of the kit. */
export const MembersConfig = z.object({
  databaseUrl: z.string().min(1).describe('the one database of this plane, `postgresql://…`'),
  pooler: z
    .enum(['on', 'off'])
    .default('off')
    .describe('whether a pooler in transaction mode (pgbouncer) stands before the database'),
  sessionUrl: z
    .string()
    .min(1)
    .optional()
    .describe('the database itself, past the pooler: for LISTEN, jobs and migrations'),
  secrets: z
    .string()
    .min(1)
    .transform((folder) => resolve(folder))
    .describe('folder of the keys that must not be in the database; all processes use the same'),
  listen: z.string().default('127.0.0.1:4381').describe('`host:port`, or the path of a Unix socket'),
  mode: z
    .enum(['demo', 'production'])
    .default('production')
    .describe('`demo`: cookies also without TLS, a mailbox for everybody'),
  webOrigin: z
    .string()
    .default('http://localhost:4380')
    .transform((list) => list.split(',').map((origin) => new URL(origin.trim()).origin))
    .describe('origins of the web app, separated by commas'),
  proxies: z
    .string()
    .default('')
    .refine((list) => readNetworks(list) !== undefined, 'addresses or networks like 10.1.0.0/16')
    .describe(
      'addresses and networks of your proxies on other machines, separated by commas: their word about a caller’s address is believed. One on this machine always is',
    ),
  smtpUrl: z
    .url()
    .default('smtp://127.0.0.1:25')
    .describe('where mail goes out, `smtp://user:word@mail.example`'),
  mailFrom: z.string().default('Teahouse <teahouse@localhost>').describe('the sender of all mail'),
  letterListen: z
    .string()
    .optional()
    .describe(
      'where letters from work addresses arrive, `host:port` or a socket; none are taken without it. Of several processes the first that gets it has it',
    ),
  letterDomain: z
    .hostname()
    .default('localhost')
    .describe('the domain whose MX leads there; codes are `verify+…@` it'),
  letterTlsCert: z.string().optional().describe('file of the certificate chain in PEM, for STARTTLS'),
  letterTlsKey: z.string().optional().describe('file of its key in PEM; both or none'),
  letterDns: z
    .string()
    .default('')
    .describe(
      'DNS servers for DKIM and DMARC, `address` or `address:port`, separated by commas; take one that validates DNSSEC. The system’s without it',
    ),
  issuanceSchedule: z
    .enum(['immediate', 'daily'])
    .default('daily')
    .describe('`immediate` signs at once, and whoever sees both halves may guess by time; a demo’s default'),
  instance: z
    .string()
    .regex(/^[!-*,-~]{1,120}$/, 'printable ASCII without spaces and plus signs')
    .optional()
    .describe('name of the installation in contexts; made up and kept on the first start'),
  publicLog: z
    .string()
    .min(1)
    .optional()
    .describe('folder of the issuer’s log, which anyone may read; all processes use the same'),
  files: z
    .string()
    .min(1)
    .optional()
    .describe('folder of the sealed files of applications; `files` in the secrets folder without it'),
  objects: z
    .string()
    .refine((address) => readObjectAddress(address) !== undefined, addressForm)
    .optional()
    .describe(
      `where pictures and files of applications are carried after a day, ${addressForm}; they stay without it`,
    ),
  objectsKey: z
    .string()
    .optional()
    .meta({ description: 'access key of the bucket; never that of the other plane', secret: true }),
  objectsSecret: z.string().optional().describe('secret of the access key of the bucket'),
  witnesses: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== ''),
    )
    .describe('public keys of witnesses whose cosignatures the log takes (C2SP), separated by commas'),
  linkPreviews: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      '`off`: the server fetches no page that members link to. It connects to public addresses on ports 80 and 443 alone, and the pages learn the server’s address',
    ),
  searchesPerHour: z.coerce
    .number()
    .int()
    .positive()
    .default(600)
    .describe('searches of one member in an hour: enough for a person, little for a copy of the directory'),
  pagesPerHour: z.coerce
    .number()
    .int()
    .positive()
    .default(1200)
    .describe('pages and lists about others that one member may read in an hour'),
  visitsPerHour: z.coerce
    .number()
    .int()
    .positive()
    .default(1200)
    .describe('pages of members read in an hour by visitors of one network (an IPv4 address, an IPv6 /56)'),
  logFile: z.string().optional().describe('where the program’s own messages go; standard output without it'),
  drainSeconds: drainSeconds(),
  metrics: metricsListen(),
  /** Not for production: seeds and tests make hundreds of accounts. Only code can set it. */
  passwordCost: PasswordCost.default(owaspCost),
});
export type MembersConfig = z.output<typeof MembersConfig>;
/** What a caller in the same process passes; the rest has defaults. */
export type MembersConfigInput = z.input<typeof MembersConfig>;
