import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Says in plain words which variables are wrong; never their values, which may be secrets. */
export class ConfigError extends Error {
  readonly code = 'bad-config';
  readonly complaints: readonly string[];
  constructor(complaints: readonly string[]) {
    super(`The configuration is not right:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.complaints = complaints;
  }
}

/** `databaseUrl` is `TEAHOUSE_DATABASE_URL`. */
export const variableOf = (key: string): string =>
  `TEAHOUSE_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

type Environment = Readonly<Record<string, string | undefined>>;

/** One setting, as `teahouse config` and docs/settings.md show it. */
export interface SettingDescription {
  /** `TEAHOUSE_DATABASE_URL`. */
  readonly variable: string;
  /** What the schema says of it; empty where it says nothing. */
  readonly words: string;
  /** What holds where it is not set; undefined where there is no such thing. */
  readonly default: string | undefined;
  readonly required: boolean;
  /** May not be shown, and may come as a file named by `<variable>_FILE`. */
  readonly secret: boolean;
}

/** Names of what a thief would use: a schema may also say it of itself, by `.meta({ secret: true })`. */
const secretNames =
  /(?:DATABASE|REPLICA|SESSION|SMTP)\w*_URLS?$|_(?:PASSWORD|SECRET|SECRET_KEY|ACCESS_KEY\w*)$/;

/** Whether a variable of this name holds a secret, for whoever has no schema at hand. */
export const isSecretName = (variable: string): boolean => secretNames.test(variable);

/** What is said of a schema, or of what it wraps. */
function metaOf(schema: z.ZodType): z.GlobalMeta {
  const inner = innerOf(schema);
  return { ...(inner ? metaOf(inner) : {}), ...schema.meta() };
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.in as z.ZodType) : undefined;
}

const isText = (schema: z.ZodType): boolean => {
  const inner = innerOf(schema);
  return inner ? isText(inner) : !(schema instanceof z.ZodObject);
};

/** What a schema takes where nothing is given. Looks below transforms, as an operator would write it. */
function defaultOf(schema: z.ZodType): string | undefined {
  if (schema instanceof z.ZodDefault) return String(schema.def.defaultValue);
  const inner = innerOf(schema);
  return inner && defaultOf(inner);
}

/** Lists what `readConfig` reads of this schema, in its order; what only code can set is left out. */
export function describeConfig(
  schema: z.ZodObject,
  nameOf: (key: string) => string = variableOf,
): SettingDescription[] {
  const texts = Object.entries(schema.shape).filter(([, one]) => isText(one as z.ZodType));
  return texts.map(([key, value]) => {
    const one = value as z.ZodType;
    const { description = '', secret, shownDefault } = metaOf(one);
    const variable = nameOf(key);
    return {
      variable,
      words: description,
      default: typeof shownDefault === 'string' ? shownDefault : defaultOf(one),
      required: !one.safeParse(undefined).success,
      secret: secret === true || isSecretName(variable),
    };
  });
}

/**
 * Reads the schema's keys from the environment, as strings: use `z.coerce.number()`, `z.stringbool()`, defaults.
 * An empty variable counts as absent. A secret may lie in a file of its own, which `<variable>_FILE` names. Throws
 * ConfigError with all that is wrong.
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: Environment = process.env): z.output<S> {
  const known = new Map(describeConfig(schema).map((setting) => [setting.variable, setting]));
  const complaints: string[] = [];
  const given = new Map<string, string>();
  for (const key of Object.keys(schema.shape)) {
    const variable = variableOf(key);
    try {
      const value = known.get(variable)?.secret ? readSecret(variable, env) : env[variable]?.trim();
      if (value) given.set(key, value);
    } catch (error) {
      complaints.push((error as Error).message);
    }
  }
  const result = schema.safeParse(Object.fromEntries(given));
  if (result.success && complaints.length === 0) return result.data;
  const unread = (variable: string) => complaints.some((line) => line.startsWith(variable));
  const issues = (result.error?.issues ?? []).flatMap((issue) => {
    const key = String(issue.path[0] ?? '');
    const variable = variableOf(key);
    if (unread(variable)) return [];
    const problem = given.has(key) ? `is not usable: ${issue.message}` : 'is missing';
    const words = known.get(variable)?.words;
    return [`${variable} ${problem}${words ? ` (${words})` : ''}`];
  });
  throw new ConfigError([...complaints, ...issues]);
}

/**
 * A secret by its variable, or out of the file that `<variable>_FILE` names (as Docker and systemd hand them over). Both
 * at once is a mistake. Throws Error with words that name no value.
 */
export function readSecret(variable: string, env: Environment): string | undefined {
  const file = env[`${variable}_FILE`]?.trim();
  const value = env[variable]?.trim() || undefined;
  if (!file) return value;
  if (value !== undefined) throw new Error(`${variable} and ${variable}_FILE are both set: leave one out`);
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new Error(`${variable}_FILE names a file that can't be read (${code})`);
  }
}
