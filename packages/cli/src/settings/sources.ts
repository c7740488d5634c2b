import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { isSecretName, readSecret } from '@teahouse/kit/config';
import { SettingsError } from './error.ts';

/** Where a value comes from. */
export type Source = 'default' | 'file' | 'environment';

export interface Gathered {
  /** Everything by its variable, the environment before the file. What is empty is not there. */
  readonly values: Readonly<Record<string, string>>;
  readonly sourceOf: (variable: string) => Source;
  /** The file that was read; undefined where there is none. */
  readonly file: string | undefined;
}

const isOurs = (variable: string) => variable.startsWith('TEAHOUSE_');

/** A URL with a word in it, whatever its variable is called. */
const hasPassword = (value: string) => /:\/\/[^/@\s]*:[^/@\s]+@/.test(value);

/**
 * Reads the settings of the environment and of the file: `TEAHOUSE_CONFIG`, else `teahouse.conf` in the data folder, in the
 * form of `.env` files. Throws SettingsError where the file can't be read, has other names in it, or holds secrets that
 * others on this machine can read.
 */
export function gather(root: string, env: NodeJS.ProcessEnv): Gathered {
  const file = configFile(root, env);
  const fromFile = file === undefined ? {} : readConfigFile(file, env.TEAHOUSE_CONFIG === undefined);
  const fromEnv = Object.entries(env).flatMap(([name, value]) =>
    isOurs(name) && value?.trim() ? [[name, value.trim()] as const] : [],
  );
  const stronger = new Map(fromEnv);
  // `X_FILE` of the environment stands before `X` of the file, and the other way round: they are one setting.
  const kept = Object.entries(fromFile).filter(
    ([name]) => !stronger.has(`${name}_FILE`) && !stronger.has(name.replace(/_FILE$/, '')),
  );
  const values = { ...Object.fromEntries(kept), ...Object.fromEntries(stronger) };
  return {
    values,
    sourceOf: (variable) => {
      const names = [variable, `${variable}_FILE`];
      if (names.some((name) => stronger.has(name))) return 'environment';
      return names.some((name) => name in values) ? 'file' : 'default';
    },
    file,
  };
}

function configFile(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const asked = env.TEAHOUSE_CONFIG?.trim();
  if (asked) return path.resolve(root, asked);
  const beside = path.join(path.resolve(root, env.TEAHOUSE_DATA?.trim() || 'data'), 'teahouse.conf');
  return existsSync(beside) ? beside : undefined;
}

function readConfigFile(file: string, isInData: boolean): Record<string, string> {
  const text = attempt(file);
  const found = Object.entries(parseEnv(text)).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()] as const] : [],
  );
  const complaints = found.flatMap(([name]) => {
    if (!isOurs(name)) return [`${file} has ${name}, but settings begin with TEAHOUSE_`];
    if (name === 'TEAHOUSE_CONFIG') return [`${file} can't name another file with TEAHOUSE_CONFIG`];
    if (name === 'TEAHOUSE_DATA' && isInData)
      return [
        `${file} lies in the data folder and can't set TEAHOUSE_DATA: use TEAHOUSE_CONFIG for its place`,
      ];
    return [];
  });
  const secret = found.find(([name, value]) => isSecretName(name) || hasPassword(value));
  if (secret && process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    complaints.push(
      `${file} has a secret in it (${secret[0]}) and is open to others: chmod 600 it, or name a file with ${secret[0]}_FILE`,
    );
  }
  if (complaints.length > 0) throw new SettingsError(complaints);
  return Object.fromEntries(found);
}

function attempt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SettingsError([
      `The settings file ${file} can't be read (${(error as NodeJS.ErrnoException).code})`,
    ]);
  }
}

/** The same values with those of secret files in their variables' place; what can't be read goes to `complaints`. */
export function withSecretFiles(
  values: Readonly<Record<string, string>>,
  secrets: readonly string[],
  complaints: string[],
): Record<string, string> {
  const all = { ...values };
  for (const variable of secrets) {
    try {
      const value = readSecret(variable, values);
      if (value !== undefined) all[variable] = value;
      delete all[`${variable}_FILE`];
    } catch (error) {
      complaints.push((error as Error).message);
    }
  }
  return all;
}
