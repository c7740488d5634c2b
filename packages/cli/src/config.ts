import path from 'node:path';
import { describeConfig, isSecretName, type SettingDescription } from '@teahouse/kit/config';
import { SettingsError } from './settings/error.ts';
import { HouseSettings, notSettings, words } from './settings/house.ts';
import { unknownSetting } from './settings/nearest.ts';
import { gather, type Source, withSecretFiles } from './settings/sources.ts';

export { SettingsError } from './settings/error.ts';

export type PlaneName = 'members' | 'talk';
export const planes: readonly PlaneName[] = ['members', 'talk'];

type OfPlanes<T> = Readonly<Record<PlaneName, T>>;

export interface Settings {
  /** The project: holds `dist/`, `packages/`. */
  readonly root: string;
  /** Everything that must outlive the program: databases, secrets, logs. */
  readonly data: string;
  readonly mode: 'demo' | 'production';
  /** Whether a fresh town is filled with demo people. */
  readonly demo: boolean;
  readonly host: string;
  /** Wanted port of the web origin; `fixedPort` tells that it was asked for by name. */
  readonly port: number;
  readonly fixedPort: boolean;
  /** Addresses of the site as a browser sees it, the chief one first; empty where they follow from host and port. */
  readonly origins: readonly string[];
  /** Databases of one's own; where absent, an embedded cluster is started. */
  readonly databaseUrl: OfPlanes<string | undefined>;
  /** How many processes of each plane are started. */
  readonly processes: OfPlanes<number>;
  /** Where the operator wants a plane to listen. */
  readonly listen: OfPlanes<string | undefined>;
  /** For a front alone: where the planes listen. */
  readonly at: OfPlanes<readonly string[]>;
  readonly drainSeconds: number;
  /** Files and folders of the proxy's configuration, for `doctor`. */
  readonly proxyConfig: readonly string[];
  readonly smtpUrl: string | undefined;
  /** The environment, with the settings of the file and of secret files in it. */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly sourceOf: (variable: string) => Source;
  /** The settings file that was read. */
  readonly file: string | undefined;
}

/** The whole town, or the part of it that this process runs. */
export type Part = 'house' | PlaneName | 'web';

/** The house's own settings, as `teahouse config` shows them. */
export const describeHouse = (): SettingDescription[] =>
  describeConfig(HouseSettings, (variable) => variable);

/**
 * Reads `TEAHOUSE_*` of the environment and the settings file; of what `part` does not need, nothing is asked. Throws
 * SettingsError with all complaints.
 */
export function readSettings(root: string, env: NodeJS.ProcessEnv, part: Part = 'house'): Settings {
  const complaints: string[] = [];
  const gathered = gather(root, env);
  const names = Object.keys(HouseSettings.shape);
  const secrets = Object.keys(gathered.values)
    .map((name) => name.replace(/_FILE$/, ''))
    .filter((name, index, all) => isSecretName(name) && all.indexOf(name) === index);
  const values = withSecretFiles(gathered.values, secrets, complaints);
  for (const name of Object.keys(values)) {
    // What begins with a plane's name is for that plane to know (settings/planes.ts).
    const isOfPlane = /^TEAHOUSE_(?:MEMBERS|TALK)_/.test(name);
    if (!names.includes(name) && !isOfPlane && !notSettings.has(name))
      complaints.push(unknownSetting(name, names));
  }
  const result = HouseSettings.safeParse(values);
  for (const { path: at, message } of result.error?.issues ?? []) {
    complaints.push(`${String(at[0])} ${/^(?:is|must) /.test(message) ? message : `must be ${message}`}`);
  }
  const mode = values.TEAHOUSE_MODE === 'production' ? 'production' : 'demo';
  const demo = values.TEAHOUSE_DEMO ?? (mode === 'demo' ? 'on' : 'off');
  const smtpUrl = values.TEAHOUSE_SMTP_URL ?? values.TEAHOUSE_MEMBERS_SMTP_URL;
  if (mode === 'production' && demo === 'on') {
    complaints.push(
      'TEAHOUSE_DEMO=on fills the town with invented people: not with TEAHOUSE_MODE=production',
    );
  }
  if (mode === 'production' && !smtpUrl && (part === 'house' || part === 'members')) {
    complaints.push(
      'TEAHOUSE_MODE=production needs TEAHOUSE_SMTP_URL, such as smtp://user:word@mail.example',
    );
  }
  if (!result.success || complaints.length > 0) throw new SettingsError([...new Set(complaints)]);
  const house = result.data;
  return {
    root,
    data: path.resolve(root, house.TEAHOUSE_DATA),
    mode,
    demo: demo === 'on',
    host: house.TEAHOUSE_HOST,
    port: Number(house.TEAHOUSE_PORT),
    fixedPort: values.TEAHOUSE_PORT !== undefined,
    origins: words(house.TEAHOUSE_WEB_ORIGIN).map((word) => new URL(word).origin),
    databaseUrl: { members: house.TEAHOUSE_MEMBERS_DATABASE_URL, talk: house.TEAHOUSE_TALK_DATABASE_URL },
    processes: { members: house.TEAHOUSE_MEMBERS_PROCESSES, talk: house.TEAHOUSE_TALK_PROCESSES },
    listen: { members: house.TEAHOUSE_MEMBERS_LISTEN, talk: house.TEAHOUSE_TALK_LISTEN },
    at: { members: words(house.TEAHOUSE_MEMBERS_AT ?? ''), talk: words(house.TEAHOUSE_TALK_AT ?? '') },
    drainSeconds: house.TEAHOUSE_DRAIN_SECONDS,
    proxyConfig: words(house.TEAHOUSE_PROXY_CONFIG ?? ''),
    smtpUrl,
    environment: { ...withoutSettings(env), ...values },
    sourceOf: gathered.sourceOf,
    file: gathered.file,
  };
}

const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEAHOUSE_')));

/** Where things of one plane lie. Nothing is shared between the two folders. Those that all machines share can be named. */
export function planeFolders(settings: Settings, plane: PlaneName) {
  const home = path.join(settings.data, plane);
  const named = (name: string, folder: string) => {
    const asked = settings.environment[`TEAHOUSE_${plane.toUpperCase()}_${name}`];
    return asked ? path.resolve(settings.root, asked) : path.join(home, folder);
  };
  return {
    home,
    database: path.join(home, 'database'),
    secrets: named('SECRETS', 'secrets'),
    log: path.join(home, 'log'),
    /** The plane's transparency log: static files, for everybody. */
    publicLog: named('PUBLIC_LOG', 'public-log'),
    /** Talk's mirror of the issuer's log. */
    issuerLog: named('ISSUER_LOG', 'issuer-log'),
  };
}
