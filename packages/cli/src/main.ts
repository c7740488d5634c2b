import { existsSync } from 'node:fs';
import path from 'node:path';
import { company } from './commands/company.ts';
import { doctor } from './commands/doctor.ts';
import { migrate } from './commands/migrate.ts';
import { seed } from './commands/seed.ts';
import { start } from './commands/start.ts';
import { readSettings, type Settings } from './config.ts';
import { warn } from './say.ts';

type Command = (settings: Settings, args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { start, migrate, seed, company, doctor };

const usage = `teahouse start                     the whole town on one machine
teahouse migrate                   bring both databases to the schema of this version
teahouse seed [--anew]             fill an empty town with demo people
teahouse company list|approve|reject
teahouse doctor                    look at what the program needs from this machine

Settings: TEAHOUSE_DATA, TEAHOUSE_PORT, TEAHOUSE_HOST, TEAHOUSE_WEB_ORIGIN, TEAHOUSE_MODE=demo|production,
TEAHOUSE_DEMO=on|off, TEAHOUSE_MEMBERS_DATABASE_URL, TEAHOUSE_TALK_DATABASE_URL, TEAHOUSE_SMTP_URL,
TEAHOUSE_ISSUANCE_SCHEDULE=immediate|daily, TEAHOUSE_FLOOR; TEAHOUSE_MEMBERS_X and TEAHOUSE_TALK_X go to one plane.`;

/** The project this file belongs to, from the source as from the bundle: where `packages/` lies. */
function projectRoot(folder: string): string {
  if (existsSync(path.join(folder, 'packages/cli/package.json'))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error('This program was taken out of its project and cannot find it.');
  return projectRoot(above);
}

/** Runs one command line; returns the exit code. Errors that carry a code are for people: words without a stack. */
async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = commands[name];
  if (!command) {
    (name === 'help' || name === '--help' ? console.log : console.error)(usage);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await command(readSettings(projectRoot(import.meta.dirname), process.env), rest);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    warn(error.message);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
