import { listenSetting } from '@teahouse/kit/common-settings';
import { z } from 'zod';

/** Most processes of one plane that one house starts. */
const MOST_PROCESSES = 64;

const originList = z
  .string()
  .refine((list) => words(list).every((word) => /^https?:/.test(word) && URL.canParse(word)), {
    error: 'must be a list of addresses like https://tea.example, separated by commas',
  });

const targets = z
  .string()
  .refine((list) => words(list).every((word) => listenSetting().safeParse(word).success), {
    error: 'must be a list of host:port or paths of sockets, separated by commas',
  })
  .optional();

const processes = () =>
  z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1, { error: 'must be 1 or more' })
    .max(MOST_PROCESSES, { error: `must be ${MOST_PROCESSES} or less` })
    .default(1);

const oneOf = <const T extends readonly [string, ...string[]]>(...allowed: T) =>
  z.enum(allowed, { error: ({ input }) => `is "${input}", but may only be: ${allowed.join(', ')}` });

/** The words of a list with commas. */
export const words = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * The settings of the house: of the program that starts the planes, and of what stands for both. By their variable, as an
 * operator writes them. A plane describes its own (`dist/<plane>/settings.mjs`); this program may know nothing of either.
 */
export const HouseSettings = z.object({
  TEAHOUSE_CONFIG: z
    .string()
    .optional()
    .describe('file of settings, `KEY=value` lines; `teahouse.conf` in the data folder where it is not set'),
  TEAHOUSE_DATA: z.string().default('data').describe('folder of everything that must outlive the program'),
  TEAHOUSE_MODE: oneOf('demo', 'production')
    .default('demo')
    .describe(
      '`production`: no invented people, no `/dev/mailbox`, secure cookies; needs `TEAHOUSE_SMTP_URL`',
    ),
  TEAHOUSE_DEMO: oneOf('on', 'off')
    .optional()
    .meta({
      description: 'whether a fresh town is filled with invented people',
      shownDefault: '`on` in a demo',
    }),
  TEAHOUSE_HOST: z.string().default('127.0.0.1').describe('address where the web origin listens'),
  TEAHOUSE_PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, {
      error: ({ input }) => `is "${input}", but must be a number from 0 to 65535 (0: any free one)`,
    })
    .default('4380')
    .describe('its port, 0 for any; the next free one where none was asked for'),
  TEAHOUSE_WEB_ORIGIN: originList
    .default('')
    .describe('addresses of the site behind a proxy of yours, separated by commas, the chief one first'),
  TEAHOUSE_SMTP_URL: z.string().optional().meta({
    description: 'where mail goes out, `smtp://user:word@mail.example`',
    shownDefault: 'the demo’s mailbox',
  }),
  TEAHOUSE_ISSUANCE_SCHEDULE: z
    .string()
    .optional()
    .meta({
      description: '`daily` or `immediate`, as members have it',
      shownDefault: '`immediate` in a demo',
    }),
  TEAHOUSE_FLOOR: z
    .string()
    .optional()
    .meta({
      description: 'least number of credentials behind a label, as talk has it',
      shownDefault: '5 in a demo',
    }),
  TEAHOUSE_LOG_EVERY: z
    .string()
    .optional()
    .meta({ description: 'minutes between two entries of talk’s log', shownDefault: '5 in a demo' }),
  TEAHOUSE_WITNESSES: z.string().optional().describe('keys of witnesses, for both logs, separated by commas'),
  TEAHOUSE_DRAIN_SECONDS: z.coerce
    .number({ error: 'must be a number of seconds' })
    .min(0)
    .max(300)
    .default(0)
    .describe('seconds between `ready` saying 503 and the end of listening, at SIGTERM; 5 behind a proxy'),
  TEAHOUSE_PROXY_CONFIG: z
    .string()
    .optional()
    .describe(
      'your proxy’s configuration, files or folders separated by commas: `doctor` looks for access logs in it',
    ),
  TEAHOUSE_MEMBERS_DATABASE_URL: z
    .string()
    .optional()
    .meta({ description: 'a Postgres of your own, 15 or later', shownDefault: 'an embedded cluster' }),
  TEAHOUSE_TALK_DATABASE_URL: z
    .string()
    .optional()
    .meta({
      description: 'another one: two clusters, not two databases of one',
      shownDefault: 'an embedded cluster',
    }),
  TEAHOUSE_MEMBERS_PROCESSES: processes().describe('processes of members that this house starts'),
  TEAHOUSE_TALK_PROCESSES: processes().describe('processes of talk that this house starts'),
  TEAHOUSE_MEMBERS_LISTEN: listenSetting().optional().meta({
    description: 'where members listens, `host:port` or a socket; the second process takes the next port',
    shownDefault: 'a socket; `127.0.0.1:4381` alone',
  }),
  TEAHOUSE_TALK_LISTEN: listenSetting()
    .optional()
    .meta({ description: 'the same for talk', shownDefault: 'a socket; `127.0.0.1:4481` alone' }),
  TEAHOUSE_MEMBERS_AT: targets.describe(
    'for `start web`: where processes of members listen, separated by commas',
  ),
  TEAHOUSE_TALK_AT: targets.describe('for `start web`: where processes of talk listen, separated by commas'),
});
export type HouseSettings = z.output<typeof HouseSettings>;

/** What programs of the project tell each other, and no operator sets. */
export const notSettings: ReadonlySet<string> = new Set([
  'TEAHOUSE_TEST_CLUSTER',
  'TEAHOUSE_E2E_ORIGIN',
  'TEAHOUSE_E2E_INVITATION',
  'TEAHOUSE_API',
]);
