import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../config.ts';
import { atDatabase } from '../operator-database.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';
import { askStaffProgram, enrolLink, type Staff } from '../staff-program.ts';

const roles = ['moderator', 'senior', 'admin'];
const usage = `teahouse staff add NAME --role ${roles.join('|')}
teahouse staff list
teahouse staff off NAME`;

/**
 * `teahouse staff …`: who keeps order at the desk. Works beside a running house and on a closed one. A name that is off, or
 * was never taken up, can be added anew: so also who lost their authenticator comes back. Throws OperatorError.
 */
export async function staff(settings: Settings, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { role: { type: 'string' } },
  });
  const [verb, name = '', ...more] = positionals;
  const { role = '' } = values;
  const fits = {
    add: name !== '' && roles.includes(role),
    list: name === '' && role === '',
    off: name !== '' && role === '',
  };
  if (more.length > 0 || !fits[verb as keyof typeof fits]) throw new OperatorError(usage);
  await atDatabase(settings, 'talk', async (url) => {
    if (verb === 'add') {
      const { invite } = await askStaffProgram(settings, url, ['add', name, role]);
      say(`Whoever opens this link within two days is ${name}, with a password of their own:`);
      say(`  ${enrolLink(originOf(settings), invite)}`);
    } else if (verb === 'off') {
      await askStaffProgram(settings, url, ['off', name]);
      say(`Nobody is let in as ${name} any more.`);
    } else {
      const all = await askStaffProgram(settings, url, ['list']);
      for (const one of all) say(describe(one));
      if (all.length === 0) say('There is no staff yet: teahouse staff add NAME --role admin');
    }
  });
  return 0;
}

const describe = ({ name, role, state, passkeys }: Staff) =>
  `${state.padEnd(7)} ${role.padEnd(9)} ${name}${passkeys > 0 ? `  (passkeys: ${passkeys})` : ''}`;

/** Where the running house is called, or will be. */
function originOf(settings: Settings): string {
  try {
    return JSON.parse(readFileSync(path.join(settings.data, 'running.json'), 'utf8')).origin;
  } catch {
    return settings.origins[0] ?? `http://localhost:${settings.port}`;
  }
}
