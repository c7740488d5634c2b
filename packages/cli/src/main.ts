import { existsSync } from 'node:fs';
import path from 'node:path';
import { start } from './commands/start.ts';
import { type Part, readSettings, type Settings } from './config.ts';
import { OperatorError } from './operator-error.ts';
import { warn } from './say.ts';

/** Settings are only read where they are needed: a proof is verified on any machine. */
type Command = (settings: (part?: Part) => Settings, args: readonly string[]) => Promise<number>;

/** But for `start`, a command is loaded when it is called: cryptography takes its time to load. */
const commands: Readonly<Record<string, Command>> = {
  start: (settings, args) => {
    const [part = 'house', ...more] = args;
    if (!isPart(part) || more.length > 0) throw new OperatorError('teahouse start [members|talk|web]');
    return start(settings(part), part);
  },
  restart: async (settings, args) => (await import('./commands/restart.ts')).restart(settings(), args),
  config: async (_settings, args) =>
    (await import('./commands/config.ts')).config(projectRoot(import.meta.dirname), args),
  migrate: async (settings) => (await import('./commands/migrate.ts')).migrate(settings()),
  seed: async (settings, args) => (await import('./commands/seed.ts')).seed(settings(), args),
  company: async (settings, args) => (await import('./commands/company.ts')).company(settings(), args),
  issuer: async (settings, args) => (await import('./commands/issuer.ts')).issuer(settings(), args),
  staff: async (settings, args) => (await import('./commands/staff.ts')).staff(settings(), args),
  'member-role': async (settings, args) =>
    (await import('./commands/member-role.ts')).memberRole(settings(), args),
  doctor: async (settings, args) => (await import('./commands/doctor.ts')).doctor(settings(), args),
  backup: async (settings, args) => (await import('./commands/backup.ts')).backup(settings(), args),
  restore: async (settings, args) => (await import('./commands/restore.ts')).restore(settings(), args),
  verify: async (_settings, args) => (await import('./commands/verify.ts')).verify(args, process.env),
  log: async (settings, args) => (await import('./commands/log/index.ts')).log(settings, args),
};

const isPart = (word: string): word is Part => ['house', 'members', 'talk', 'web'].includes(word);

const usage = `teahouse start                     the whole town on one machine
teahouse start members|talk|web    one part of it, for machines of their own
teahouse restart [members|talk]    new processes one after the other, no request refused
teahouse config [--check|--json]   every setting with its value and where that comes from
teahouse migrate                   bring both databases to the schema of this version
teahouse seed [--anew]             fill an empty town with demo people
teahouse company list|approve|reject
teahouse issuer rotate-key         another issuer key from the next epoch on
teahouse staff add NAME --role moderator|senior|admin
teahouse staff list|off NAME       who keeps order at the desk
teahouse member-role add|remove EMAIL reviewer|moderator|operator
teahouse member-role list          which members decide on badges and reports in the named half
teahouse backup --to DIR           copy both planes while they run; --verify DIR restores a copy for a test
teahouse restore DIR               put the backup of a plane in its place
teahouse doctor [--json]           look at what the program needs from this machine
teahouse verify FILE…              check downloaded proofs, offline
teahouse log check URL|DIR         an outsider's audit of the transparency logs
teahouse log watch URL|DIR         the same again and again; reports forks
teahouse log witness URL           cosign the logs of another instance
teahouse log record KIND CODE TEXT put an event of the operator's into a log

Settings are TEAHOUSE_* variables or lines of a file: teahouse config lists them, docs/settings.md explains them.`;

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
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    (name === 'help' || name === '--help' ? console.log : console.error)(usage);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await command((part) => readSettings(projectRoot(import.meta.dirname), process.env, part), rest);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    warn(error.message);
    return 1;
  }
}

process.exit(await main(process.argv.slice(2)));
