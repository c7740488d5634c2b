import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../backup/make.ts';
import { proveBackup } from '../backup/prove.ts';
import { planes, type Settings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { elapsed, say, sayForNow, warn } from '../say.ts';

const usage = `teahouse backup --to DIR [--plane members|talk] [--keep N] [--recipient age1…]…
teahouse backup --verify DIR [--identity FILE]`;

/** `teahouse backup`: copies one plane or both while they run, or restores a copy for a test. Throws OperatorError. */
export async function backup(settings: Settings, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      plane: { type: 'string' },
      keep: { type: 'string' },
      recipient: { type: 'string', multiple: true },
      verify: { type: 'string' },
      identity: { type: 'string' },
    },
  });
  const [first, ...more] = positionals;
  const to = values.to ?? first;
  if (values.verify !== undefined && to === undefined)
    return verify(settings, values.verify, values.identity);
  const chosen = planes.filter((plane) => values.plane === undefined || values.plane === plane);
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  const isCount = keep === undefined || (Number.isInteger(keep) && keep >= 1);
  if (to === undefined || more.length > 0 || values.verify !== undefined || chosen.length === 0 || !isCount) {
    throw new OperatorError(usage);
  }
  const recipients = values.recipient ?? [];
  for (const plane of chosen) {
    sayForNow(`Backing up ${plane} …`);
    const { folder, manifest, hash } = await backUp(settings, plane, { to, recipients, keep });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `${plane}: ${rows} rows, ${manifest.logSize ?? 0} entries of its log, in ${folder} after ${elapsed()}.`,
    );
    say(`  Its list has the SHA-256 ${hash}: kept elsewhere, it shows any change of the whole.`);
  }
  if (recipients.length === 0) {
    warn(
      '! It is not encrypted, and holds secrets: --recipient age1… encrypts it to a key that lies elsewhere.',
    );
  }
  if (chosen.length > 1) {
    warn(
      '! Both halves went to one place: whoever gets it has both. --plane members and --plane talk take two.',
    );
  }
  return 0;
}

async function verify(settings: Settings, folder: string, identity: string | undefined): Promise<number> {
  sayForNow('Restoring it for a test …');
  const proven = await proveBackup(settings, path.resolve(folder), identitiesIn(identity));
  const newer = proven.migrated.length > 0 ? `, ${proven.migrated.length} newer migrations applied` : '';
  say(
    `${folder} can be restored: ${proven.rows} rows in ${proven.tables} tables${newer}, after ${elapsed()}.`,
  );
  return 0;
}

/** Keys of age out of a file, as `age-keygen` writes it. Throws OperatorError. */
export function identitiesIn(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  } catch (error) {
    throw new OperatorError(`The key file can't be read: ${(error as Error).message}`);
  }
}
