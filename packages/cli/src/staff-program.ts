import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from './config.ts';
import { OperatorError } from './operator-error.ts';

/** What the program prints of one of the staff. */
export interface Staff {
  readonly name: string;
  readonly role: string;
  readonly state: string;
  readonly passkeys: number;
}
interface Answers {
  add: { readonly staff: Staff; readonly invite: string };
  list: readonly Staff[];
  off: Staff;
}

/** Asks a program of the talk plane: this one may know nothing of it. Throws OperatorError with its words. */
export async function askStaffProgram<V extends keyof Answers>(
  settings: Settings,
  databaseUrl: string,
  [verb, ...words]: readonly [V, ...string[]],
): Promise<Answers[V]> {
  const program = path.join(settings.root, 'dist/talk/staff.mjs');
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', TEAHOUSE_DATABASE_URL: databaseUrl };
  try {
    // Behind `--`, no name is taken for an option.
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--', verb, ...words], { env });
    return JSON.parse(stdout);
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new OperatorError(stderr.trim() || message);
  }
}

/** Behind the `#`, so that no server and no proxy sees the invitation. */
export const enrolLink = (origin: string, invite: string): string => `${origin}/desk/enrol#${invite}`;
