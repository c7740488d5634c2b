import path from 'node:path';
import { type PlaneName, planeFolders, type Settings } from './config.ts';
import { HouseSettings } from './settings/house.ts';
import type { WebApp } from './web-app.ts';

/** What a plane is told beyond the operator's settings. */
export interface PlaneSurroundings {
  readonly databaseUrl: string;
  readonly listen: string;
  /** Origins of the web app. */
  readonly origins: readonly string[];
  readonly smtpUrl: string | undefined;
  /** Where members takes letters in a demo. */
  readonly letters: Readonly<Record<string, string>> | undefined;
  /** Base of the members plane's public documents. */
  readonly issuerUrl: string;
  /** The web app that is served, for talk's log; undefined where none is built. */
  readonly web: WebApp | undefined;
  /** For a plane without a front of ours. */
  readonly drainSeconds?: number;
  /** Which of a plane's processes this is, from 0. */
  readonly index?: number;
}

const houseSettings: ReadonlySet<string> = new Set(Object.keys(HouseSettings.shape));

/** The place for one of several processes: the port counts up, a socket gets a number. */
export function nth(listen: string, index: number): string {
  if (index === 0) return listen;
  const [, host, port] = /^(.+):(\d+)$/.exec(listen) ?? [];
  if (host === undefined || listen.includes('/')) return listen.replace(/(\.\w+)?$/, `-${index + 1}$1`);
  return port === '0' ? listen : `${host}:${Number(port) + index}`;
}

/** From the operating system: what Node itself looks at, and nothing that could name the operator. */
const inherited = [
  'PATH',
  'LANG',
  'LC_ALL',
  'TMPDIR',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/**
 * The whole environment of a plane's process: each knows one database, one secrets folder and its own settings.
 * An operator's `TEAHOUSE_TALK_X` becomes `TEAHOUSE_X` for talk alone, and likewise for members.
 */
export function planeEnvironment(
  settings: Settings,
  plane: PlaneName,
  surroundings: PlaneSurroundings,
): NodeJS.ProcessEnv {
  const { environment, mode } = settings;
  const env: NodeJS.ProcessEnv = {};
  for (const name of inherited) if (environment[name] !== undefined) env[name] = environment[name];
  const prefix = `TEAHOUSE_${plane.toUpperCase()}_`;
  for (const [name, value] of Object.entries(environment)) {
    // What the house reads itself (its processes, the database) it tells the plane below, as far as that needs it.
    if (name.startsWith(prefix) && !houseSettings.has(name))
      env[`TEAHOUSE_${name.slice(prefix.length)}`] = value;
  }
  const own = plane === 'members' ? membersOnly(settings, surroundings) : talkOnly(settings, surroundings);
  const folders = planeFolders(settings, plane);
  const witnesses = env.TEAHOUSE_WITNESSES ?? environment.TEAHOUSE_WITNESSES;
  return {
    ...env,
    TZ: 'UTC',
    NODE_ENV: 'production',
    // Compiled code is kept from one start to the next: a plane opens in half the time.
    NODE_COMPILE_CACHE: path.join(settings.root, 'dist', plane, '.cache'),
    TEAHOUSE_MODE: mode,
    TEAHOUSE_DATABASE_URL: surroundings.databaseUrl,
    TEAHOUSE_SECRETS: folders.secrets,
    TEAHOUSE_PUBLIC_LOG: folders.publicLog,
    ...(witnesses ? { TEAHOUSE_WITNESSES: witnesses } : {}),
    TEAHOUSE_LISTEN: surroundings.listen,
    ...(surroundings.drainSeconds ? { TEAHOUSE_DRAIN_SECONDS: String(surroundings.drainSeconds) } : {}),
    ...(env.TEAHOUSE_METRICS ? { TEAHOUSE_METRICS: nth(env.TEAHOUSE_METRICS, surroundings.index ?? 0) } : {}),
    TEAHOUSE_WEB_ORIGIN: surroundings.origins.join(','),
    ...own,
  };
}

function membersOnly(
  { environment, mode }: Settings,
  { smtpUrl, letters }: PlaneSurroundings,
): NodeJS.ProcessEnv {
  const asked = environment.TEAHOUSE_MEMBERS_ISSUANCE_SCHEDULE ?? environment.TEAHOUSE_ISSUANCE_SCHEDULE;
  const schedule = asked ?? (mode === 'demo' ? 'immediate' : 'daily');
  // The operator's own letter box stands before the demo's.
  const box = environment.TEAHOUSE_MEMBERS_LETTER_LISTEN === undefined ? letters : undefined;
  return { TEAHOUSE_ISSUANCE_SCHEDULE: schedule, ...box, ...(smtpUrl ? { TEAHOUSE_SMTP_URL: smtpUrl } : {}) };
}

/** Floor of the demo's meter, as its seed has it: no invented company has the thirty people that the product asks for. */
const DEMO_FLOOR = '5';
/** Minutes between two entries of the demo's acts: whoever tries it out wants a proof soon. */
const DEMO_LOG_EVERY = '5';

function talkOnly(settings: Settings, { issuerUrl, web }: PlaneSurroundings): NodeJS.ProcessEnv {
  const { environment, mode } = settings;
  /** What the operator asked of talk or of the whole house, else what the demo takes. */
  const asked = (name: string, demo: string) =>
    environment[`TEAHOUSE_TALK_${name}`] ??
    environment[`TEAHOUSE_${name}`] ??
    (mode === 'demo' ? demo : undefined);
  const floor = asked('FLOOR', DEMO_FLOOR);
  const logEvery = asked('LOG_EVERY', DEMO_LOG_EVERY);
  return {
    TEAHOUSE_ISSUER_URL: environment.TEAHOUSE_TALK_ISSUER_URL ?? issuerUrl,
    TEAHOUSE_ISSUER_LOG: planeFolders(settings, 'talk').issuerLog,
    ...(floor ? { TEAHOUSE_FLOOR: floor } : {}),
    ...(logEvery ? { TEAHOUSE_LOG_EVERY: logEvery } : {}),
    ...(web ? { TEAHOUSE_WEB_HASH: web.hash, TEAHOUSE_WEB_FILES: String(web.files) } : {}),
  };
}
