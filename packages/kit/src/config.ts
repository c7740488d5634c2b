import type { z } from 'zod';

/** Says in plain words which variables are wrong; never their values, which may be secrets. */
export class ConfigError extends Error {
  readonly code = 'bad-config';
  constructor(complaints: readonly string[]) {
    super(`The configuration is not right:\n${complaints.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** `databaseUrl` is `TEAHOUSE_DATABASE_URL`. */
export const variableOf = (key: string): string =>
  `TEAHOUSE_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the schema's keys from the environment, as strings: use `z.coerce.number()`, `z.stringbool()`, defaults.
 * An empty variable counts as absent. Throws ConfigError.
 */
export function readConfig<S extends z.ZodObject>(schema: S, env: Environment = process.env): z.output<S> {
  const keys = Object.keys(schema.shape);
  const values = keys.map((key) => [key, env[variableOf(key)]?.trim() || undefined] as const);
  const result = schema.safeParse(Object.fromEntries(values.filter(([, value]) => value !== undefined)));
  if (result.success) return result.data;
  const given = new Map(values);
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const key = String(issue.path[0] ?? '');
      const problem = given.get(key) === undefined ? 'is missing' : `is not usable: ${issue.message}`;
      return `${variableOf(key)} ${problem}${describe(schema, key)}`;
    }),
  );
}

function describe(schema: z.ZodObject, key: string): string {
  const words = (schema.shape[key] as z.ZodType | undefined)?.description;
  return words ? ` (${words})` : '';
}
