import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '../config.ts';
import { atDatabase } from '../operator-database.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';

/** What the program of the members plane prints of one. */
interface MemberRole {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

const roles = ['reviewer', 'moderator', 'operator'];
const usage = `teahouse member-role add EMAIL ${roles.join('|')}
teahouse member-role remove EMAIL ${roles.join('|')}
teahouse member-role list`;

/**
 * `teahouse member-role …`: which members work for the house in the named half: a `reviewer` decides on badges, a
 * `moderator` on what is reported, an `operator` has the console. Works beside a running house and on a closed one. Throws OperatorError.
 */
export async function memberRole(settings: Settings, args: readonly string[]): Promise<number> {
  const [verb = '', email = '', role = '', ...more] = args;
  const fits =
    verb === 'list'
      ? email === ''
      : ['add', 'remove'].includes(verb) && email.includes('@') && roles.includes(role);
  if (!fits || more.length > 0) throw new OperatorError(usage);
  await atDatabase(settings, 'members', async (url) => {
    const answer = await ask(settings, url, [verb, email, role]);
    if (verb === 'list') {
      const all = answer as readonly MemberRole[];
      for (const one of all) say(`${one.role.padEnd(9)} ${one.email}  ${one.name}`);
      if (all.length === 0) say('No member has a role yet: teahouse member-role add EMAIL reviewer');
    } else {
      const one = answer as MemberRole;
      say(
        verb === 'add' ? `${one.name} (${one.email}) is ${one.role}.` : `${one.name} is ${one.role} no more.`,
      );
    }
  });
  return 0;
}

/** Asks a program of the members plane: this one may know nothing of it. Throws OperatorError with its words. */
async function ask(settings: Settings, databaseUrl: string, words: readonly string[]): Promise<unknown> {
  const program = path.join(settings.root, 'dist/members/member-role.mjs');
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', TEAHOUSE_DATABASE_URL: databaseUrl };
  try {
    // Behind `--`, no address is taken for an option.
    const { stdout } = await promisify(execFile)(process.execPath, [program, '--', ...words], { env });
    return JSON.parse(stdout);
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    throw new OperatorError(stderr.trim() || message);
  }
}
