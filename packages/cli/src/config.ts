import path from 'node:path';

export type PlaneName = 'members' | 'talk';
export const planes: readonly PlaneName[] = ['members', 'talk'];

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
  readonly databaseUrl: Readonly<Record<PlaneName, string | undefined>>;
  readonly smtpUrl: string | undefined;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
}

/** A setting that can't be; `message` says which and what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings';
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new SettingsError(`${name} is "${value}", but may only be: ${allowed.join(', ')}`);
  return found;
}

function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65536) return number;
  throw new SettingsError(
    `TEAHOUSE_PORT is "${value}", but must be a number from 0 to 65535 (0: any free one)`,
  );
}

function origins(list: string): string[] {
  const words = list.split(',').map((word) => word.trim());
  return words.filter(Boolean).map((word) => {
    if (!/^https?:/.test(word) || !URL.canParse(word)) {
      throw new SettingsError(`TEAHOUSE_WEB_ORIGIN has "${word}", but must be like https://tea.example`);
    }
    return new URL(word).origin;
  });
}

/** Reads `TEAHOUSE_*`. Throws SettingsError. */
export function readSettings(root: string, env: NodeJS.ProcessEnv): Settings {
  const mode = oneOf('TEAHOUSE_MODE', env.TEAHOUSE_MODE ?? 'demo', ['demo', 'production'] as const);
  const demo = oneOf('TEAHOUSE_DEMO', env.TEAHOUSE_DEMO ?? (mode === 'demo' ? 'on' : 'off'), [
    'on',
    'off',
  ] as const);
  if (mode === 'production' && demo === 'on') {
    throw new SettingsError(
      'TEAHOUSE_DEMO=on fills the town with invented people: not with TEAHOUSE_MODE=production',
    );
  }
  const smtpUrl = env.TEAHOUSE_SMTP_URL ?? env.TEAHOUSE_MEMBERS_SMTP_URL;
  if (mode === 'production' && !smtpUrl) {
    throw new SettingsError(
      'TEAHOUSE_MODE=production needs TEAHOUSE_SMTP_URL, such as smtp://user:word@mail.example',
    );
  }
  return {
    root,
    data: path.resolve(root, env.TEAHOUSE_DATA ?? 'data'),
    mode,
    demo: demo === 'on',
    host: env.TEAHOUSE_HOST ?? '127.0.0.1',
    port: port(env.TEAHOUSE_PORT ?? '4380'),
    fixedPort: env.TEAHOUSE_PORT !== undefined,
    origins: origins(env.TEAHOUSE_WEB_ORIGIN ?? ''),
    databaseUrl: { members: env.TEAHOUSE_MEMBERS_DATABASE_URL, talk: env.TEAHOUSE_TALK_DATABASE_URL },
    smtpUrl,
    environment: env,
  };
}

/** Where things of one plane lie. Nothing is shared between the two folders. */
export function planeFolders(settings: Settings, plane: PlaneName) {
  const home = path.join(settings.data, plane);
  return {
    home,
    database: path.join(home, 'database'),
    secrets: path.join(home, 'secrets'),
    log: path.join(home, 'log'),
    /** The plane's transparency log: static files, for everybody. */
    publicLog: path.join(home, 'public-log'),
    /** Talk's mirror of the issuer's log. */
    issuerLog: path.join(home, 'issuer-log'),
  };
}
