import type { ConsoleSetting } from '@teahouse/contract/members';
import { variableOf } from '@teahouse/kit/config';
import { withTransaction } from '@teahouse/kit/pool';
import { MembersConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Change } from './companies.ts';
import { isLive, readValue } from './live-settings.ts';
import { record } from './log.ts';

type Name = keyof MembersConfig;
type Type = ConsoleSetting['type'];

/** Of every setting: a new one is not shown before somebody thought about whether it may be. */
const types: Readonly<Record<Name, Type>> = {
  databaseUrl: 'secret',
  pooler: 'choice',
  sessionUrl: 'secret',
  secrets: 'secret',
  listen: 'text',
  mode: 'choice',
  webOrigin: 'list',
  proxies: 'text',
  smtpUrl: 'secret',
  mailFrom: 'text',
  files: 'text',
  objects: 'text',
  objectsKey: 'secret',
  objectsSecret: 'secret',
  letterListen: 'text',
  letterDomain: 'text',
  letterTlsCert: 'text',
  letterTlsKey: 'secret',
  letterDns: 'text',
  issuanceSchedule: 'choice',
  instance: 'text',
  publicLog: 'text',
  witnesses: 'list',
  linkPreviews: 'choice',
  searchesPerHour: 'number',
  pagesPerHour: 'number',
  visitsPerHour: 'number',
  logFile: 'text',
  drainSeconds: 'number',
  metrics: 'text',
  passwordCost: 'secret',
};
const choices: Partial<Record<Name, readonly string[]>> = {
  mode: ['demo', 'production'],
  issuanceSchedule: ['immediate', 'daily'],
  linkPreviews: ['on', 'off'],
  pooler: ['on', 'off'],
};
const names = Object.keys(types) as Name[];
/** As the schema fills them in where nothing is said; what must be said has none. */
const defaults: Partial<MembersConfig> = MembersConfig.parse({ databaseUrl: '-', secrets: '-' });

const textOf = (value: unknown): string | null =>
  value === undefined || value === ''
    ? null
    : Array.isArray(value)
      ? value.join(', ') || null
      : String(value);

type Environment = Readonly<Record<string, string | undefined>>;

/** All settings as they are in force. A secret is not told, nor an address that may have a password in it. */
export function presentSettings(ctx: Context, env: Environment = process.env): ConsoleSetting[] {
  const byConsole = ctx.settings.set();
  return names.map((name): ConsoleSetting => {
    const value = isLive(name) ? textOf(ctx.settings.get(name)) : textOf(ctx.config[name]);
    const variable = variableOf(name);
    const isGiven = (env[variable]?.trim() ?? '') !== '';
    const isDefault = textOf(ctx.config[name]) === textOf(defaults[name]);
    const source = byConsole.has(name)
      ? 'console'
      : isGiven
        ? 'environment'
        : isDefault
          ? 'default'
          : 'program';
    const type = types[name];
    return {
      ...{ name, variable, type, source, changeable: isLive(name) },
      value: type === 'secret' ? null : value,
      choices: [...(choices[name] ?? [])],
    };
  });
}

/** Sets it for all processes, or gives it back to the configuration. Throws `setting-fixed`, `setting-invalid`. */
export async function changeSetting(
  ctx: Context,
  name: string,
  { value, ...change }: Change & { value: string | null },
): Promise<void> {
  if (!isLive(name)) throw fail('setting-fixed');
  const read = value === null ? null : readValue(name, value.trim());
  if (read === undefined) throw fail('setting-invalid');
  const text = read === null ? null : String(read);
  await withTransaction(ctx.pool, async (tx) => {
    if (text === null) await tx.query('DELETE FROM live_settings WHERE name = $1', [name]);
    else
      await tx.query(
        'INSERT INTO live_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        [name, text],
      );
    await record(tx, { ...change, act: 'setting-set', subject: name, value: text ?? '' });
  });
  await ctx.settings.reload();
  await ctx.among.tell('settings', '');
}
