import { z } from 'zod';
import { ConfigError, describeConfig, readConfig } from './config.ts';

/** What the `settings` program of a plane prints. */
export const SettingsAnswer = z.object({
  settings: z.array(
    z.object({
      variable: z.string(),
      words: z.string(),
      default: z.string().optional(),
      required: z.boolean(),
      secret: z.boolean(),
    }),
  ),
  complaints: z.array(z.string()),
});
export type SettingsAnswer = z.output<typeof SettingsAnswer>;

/** Describes a plane's settings, with all that is wrong with those it is given, as JSON; no value is in it. */
export function answerAboutSettings(schema: z.ZodObject, env: NodeJS.ProcessEnv): string {
  const answer: SettingsAnswer = { settings: describeConfig(schema), complaints: complaintsOf(schema, env) };
  return JSON.stringify(answer);
}

function complaintsOf(schema: z.ZodObject, env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(schema, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return [...error.complaints];
    throw error;
  }
}
