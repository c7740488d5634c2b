import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '../backup/check.ts';
import { readManifest } from '../backup/manifest.ts';
import { putBack } from '../backup/put-back.ts';
import type { Settings } from '../config.ts';
import { claimPlane } from '../lock.ts';
import { OperatorError } from '../operator-error.ts';
import { elapsed, say, sayForNow, warn } from '../say.ts';
import { identitiesIn } from './backup.ts';

const usage = 'teahouse restore DIR [--replace] [--identity FILE] [--log FOLDER]';

/**
 * `teahouse restore DIR`: puts the backup of one plane in its place, embedded or by URL, while the house is closed. Restoring
 * talk starts a new token key. Throws OperatorError.
 */
export async function restore(settings: Settings, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: 'boolean' }, identity: { type: 'string' }, log: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new OperatorError(usage);
  const backup = path.resolve(folder);
  const manifest = readManifest(backup);
  const { plane, day, tables, logSize: backedUp } = manifest;
  const release = claimPlane(settings.data, plane); // the other plane may run on
  try {
    sayForNow('Checking the backup …');
    await checkFiles(backup, manifest);
    sayForNow(`Restoring ${plane} …`);
    const done = await putBack(settings, backup, manifest, {
      replace: values.replace === true,
      identities: identitiesIn(values.identity),
      log: values.log,
    });
    if (done.again) say(`A restore of ${plane} that was cut short was thrown away; this one began anew.`);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${plane} is as it was on ${day}: ${rows} rows, after ${elapsed()}.`);
    if (done.migrated.length > 0) say(`Its schema is this program's now: ${done.migrated.join(', ')}.`);
    if (done.aside) say(`What was there before lies in ${done.aside}: remove it when all is well.`);
    if (plane === 'talk') {
      say('Tokens drawn before are void; everyone draws again. The log says so from the next start on.');
    } else {
      say('Nobody is signed in any more. Badges that waited without their key are to be sent again.');
    }
    if (done.logSize !== undefined && done.logSize === backedUp) {
      warn(
        '! The log is as long as in the backup. Had it grown since, give the newest copy of it (--log FOLDER):',
      );
      warn('  whoever saw more of it will refuse a shorter one, and rightly (docs/log.md).');
    }
    return 0;
  } finally {
    release();
  }
}
