import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { recordEvent } from '@teahouse/kit/log-book';
import { fromBase64url, fromHex, ProtocolError } from '@teahouse/protocol';
import { parseCheckpoint, textOfNote } from '@teahouse/protocol/log';
import { type EventEntry, encodeEntry } from '@teahouse/protocol/record';
import { type PlaneName, planeFolders, type Settings } from '../../config.ts';
import { inDatabase } from '../../operator-database.ts';
import { OperatorError } from '../../operator-error.ts';
import { say } from '../../say.ts';

const usage = 'teahouse log record moderation|legal|operation CODE TEXT [--plane talk|issuer] [--post ID]';

const kinds = ['moderation', 'legal', 'operation'] as const;
/** The issuer's log is kept by the members plane. */
const planes: Readonly<Record<string, PlaneName>> = { talk: 'talk', issuer: 'members' };

/**
 * `teahouse log record KIND CODE TEXT …`: puts into a log, for good and for all to read, what the operator must not do in
 * silence. Works beside a running house, whose plane appends it within seconds, and on a closed one, whose next start does.
 * Throws OperatorError.
 */
export async function record(settings: Settings, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { plane: { type: 'string', default: 'talk' }, post: { type: 'string' } },
  });
  const [kind, code = '', text = '', ...more] = positionals;
  const plane = planes[values.plane];
  const known = kinds.find((one) => one === kind);
  if (!known || !plane || code === '' || more.length > 0) throw new OperatorError(usage);
  const event: EventEntry = { type: 'event', kind: known, code, subject: subjectOf(values.post), text };
  checkEvent(event);
  const { index, isRunning } = await inDatabase(settings, plane, async (pool, isRunning) => ({
    index: await recordEvent(pool, event),
    isRunning,
  }));
  const isThere = isRunning && (await isCovered(planeFolders(settings, plane).publicLog, index));
  const when = isThere ? 'It stands in the log' : 'It will stand in the log';
  const since = isThere ? '' : isRunning ? ' as soon as the plane appends it' : ' with the next start';
  say(`${when} of the ${values.plane === 'issuer' ? 'issuer' : 'talk plane'} as entry ${index}${since}.`);
  return 0;
}

function checkEvent(event: EventEntry): void {
  try {
    encodeEntry(event);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new OperatorError(
      `No log takes that (${error.message}): CODE is lower-case letters, digits and hyphens, at most 40; ` +
        'TEXT has at most 4000 characters.',
    );
  }
}

/** The id of a post as the app's addresses have it, or in hexadecimal. */
function subjectOf(post: string | undefined): Uint8Array | null {
  if (post === undefined) return null;
  try {
    return /^[0-9a-f]{64}$/.test(post) ? fromHex(post) : fromBase64url(post, 32);
  } catch {
    throw new OperatorError(`"${post}" is no id of a post.`);
  }
}

/** Waits for the running plane, ten seconds at most. */
async function isCovered(folder: string, index: number): Promise<boolean> {
  for (let turn = 0; turn < 50; turn++) {
    if (sizeOf(folder) > index) return true;
    await sleep(200);
  }
  return false;
}

function sizeOf(folder: string): number {
  try {
    return parseCheckpoint(textOfNote(readFileSync(path.join(folder, 'checkpoint'), 'utf8'))).size;
  } catch {
    return 0; // being replaced just now, or not there yet
  }
}
