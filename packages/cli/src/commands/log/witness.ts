import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cosignLog } from '../../log/cosign.ts';
import { saveEvidence } from '../../log/evidence.ts';
import { parseKeys } from '../../log/keys.ts';
import { plain } from '../../log/report.ts';
import { UnreadableError } from '../../log/source.ts';
import { openState } from '../../log/state.ts';
import { findLogs } from '../../log/targets.ts';
import { openWitnessKey } from '../../log/witness-key.ts';
import { stopSignal } from '../../stop-signal.ts';

const usage =
  'teahouse log witness URL --key FILE [--name NAME] [--every SECONDS] [--state FILE] [--log-key K]…';

/**
 * `teahouse log witness URL --key FILE …`: cosigns the newest checkpoints of an instance's logs, or of one log, once or
 * every so many seconds. Returns 0 when all were taken, 1 at a fork, a rollback or any other fault, with the notes saved
 * beside the state file, 2 when a log refused. Throws UnreadableError.
 */
export async function witness(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string' },
      name: { type: 'string' },
      every: { type: 'string' },
      state: { type: 'string' },
      'log-key': { type: 'string', multiple: true },
    },
  });
  const [place, ...more] = positionals;
  const every = values.every === undefined ? undefined : Number(values.every);
  const isUsable = place !== undefined && more.length === 0 && values.key !== undefined;
  if (!isUsable || !/^https?:/.test(place) || (every !== undefined && !(every >= 1)))
    throw new UnreadableError(usage);
  const { logs } = findLogs(place);
  const key = openWitnessKey(values.key as string, values.name);
  const named = parseKeys(values['log-key'] ?? []);
  const file = values.state ?? `${values.key}.state.json`;
  const state = openState(file);
  console.log(`witness  ${key.verifier}`);
  const stop = stopSignal().signal;

  const round = async (): Promise<number> => {
    let code = 0;
    for (const source of logs) {
      const done = await cosignLog({ source, key, named, state, time: Math.floor(Date.now() / 1000) });
      if (done.outcome === 'fault') {
        const { fault } = done;
        console.error(`!! [${fault.code}] ${fault.place}: ${plain(fault.message)}. Not signed.`);
        const saved = saveEvidence(fault, path.dirname(path.resolve(file)), new Date());
        if (saved) console.error(`Both signed notes are saved as ${saved}: show them to others.`);
        return 1;
      }
      if (done.outcome === 'taken') console.log(`cosigned  ${done.origin} with ${done.size} entries`);
      else {
        console.error(`refused   ${done.origin}: ${plain(done.why)}`);
        console.error('Its operator has to put the line "witness" above into TEAHOUSE_WITNESSES.');
        code = 2;
      }
    }
    return code;
  };

  for (;;) {
    const code = await round().catch((error: unknown) => {
      if (every === undefined || !(error instanceof UnreadableError)) throw error;
      console.error(`! ${error.message}`);
      return 2;
    });
    if (every === undefined || code === 1 || stop.aborted) return code;
    await sleep(every * 1000, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return 0;
  }
}
