import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { epochOf, isEpoch } from '@teahouse/protocol';
import { planeFolders, type Settings } from '../config.ts';
import { OperatorError } from '../operator-error.ts';
import { say } from '../say.ts';

const usage = 'teahouse issuer rotate-key [--epoch YYYY-MM]';

/** What `members/rotate-key` prints. */
interface Rotated {
  readonly id: string;
  readonly file: string;
  readonly made: boolean;
}

/**
 * `teahouse issuer rotate-key`: makes the key that signs from the next epoch on. The epoch that runs keeps its key to its
 * end, and old proofs stay good: both keys stand in the log. Throws OperatorError.
 */
export async function issuer(settings: Settings, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { epoch: { type: 'string' } },
  });
  const now = new Date();
  const epoch = values.epoch ?? nextEpoch(now);
  if (positionals.join(' ') !== 'rotate-key' || !isEpoch(epoch)) throw new OperatorError(usage);
  if (epoch <= epochOf(now))
    throw new OperatorError(`${epoch} has begun: its key stays. Choose a later epoch.`);
  const { secrets } = planeFolders(settings, 'members');
  if (!existsSync(secrets))
    throw new OperatorError(`There are no secrets in ${secrets} yet: start Teahouse once.`);
  const { id, file, made } = rotate(settings, secrets, epoch);
  say(`${made ? 'Made' : 'There is already'} ${path.join(secrets, file)}, key ${id}.`);
  say(`The issuer signs with it from the first batch of ${epoch} on; until then with the key it has.`);
  say(
    'Keep the older keys: newcomers of an epoch that runs are still signed with them. Copy the secrets folder now.',
  );
  say(
    'Credentials and proofs of earlier epochs stay good. A thief of the old key can forge for its epochs alone.',
  );
  return 0;
}

function nextEpoch(now: Date): string {
  return epochOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)));
}

/** In a process of the members plane: this program may know nothing of it. */
function rotate(settings: Settings, secrets: string, epoch: string): Rotated {
  const program = path.join(settings.root, 'dist/members/rotate-key.mjs');
  const done = spawnSync(process.execPath, [program, secrets, epoch], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  });
  if (done.status !== 0)
    throw new OperatorError(`No key was made: ${(done.stderr || String(done.error)).trim()}`);
  return JSON.parse(done.stdout);
}
