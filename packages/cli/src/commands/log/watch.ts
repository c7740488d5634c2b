import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { keyFingerprint } from '@teahouse/proof';
import { epochOf } from '@teahouse/protocol';
import { type CheckReport, createChecker } from '../../log/check.ts';
import { describeEntry } from '../../log/describe.ts';
import { isGrave, saveEvidence } from '../../log/evidence.ts';
import type { Fault } from '../../log/faults.ts';
import { parseKeys } from '../../log/keys.ts';
import { plain } from '../../log/report.ts';
import { UnreadableError } from '../../log/source.ts';
import { openState } from '../../log/state.ts';
import { findLogs } from '../../log/targets.ts';
import { stopSignal } from '../../stop-signal.ts';

const EVERY = 300;
const STATE = 'teahouse-log-state.json';
/** By then the first batch of a month must be out (protocol.md 1.4). */
const LAST_DAY_OF_OPENING = 3;

/** What watching says, line by line; `now` is only for the words. */
interface Out {
  say(line: string): void;
  shout(line: string): void;
}

/**
 * `teahouse log watch URL|DIR [--state FILE] [--every SECONDS] [--once] [--key K]…`: audits again and again and remembers,
 * in the state file, what it saw. Ends with 1 at a fork, a rollback or another key, with both signed notes saved beside
 * the state file; `--once` also with 1 at any other fault. Throws UnreadableError, with `--once` only.
 */
export async function watch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      state: { type: 'string', default: STATE },
      every: { type: 'string', default: String(EVERY) },
      once: { type: 'boolean', default: false },
    },
  });
  const [place, ...more] = positionals;
  const every = Number(values.every);
  if (place === undefined || more.length > 0 || !(every >= 1)) {
    throw new UnreadableError('teahouse log watch URL|DIR [--state FILE] [--every SECONDS] [--once]');
  }
  const checker = createChecker(findLogs(place), parseKeys(values.key ?? []), openState(values.state));
  const folder = path.dirname(path.resolve(values.state));
  const teller = createTeller({
    say: (line) => stamp(console.log, line),
    shout: (line) => stamp(console.error, line),
  });
  const stop = stopSignal().signal;
  for (;;) {
    const report = await checker.round().catch((error: unknown) => {
      if (values.once || !(error instanceof UnreadableError)) throw error;
      return error;
    });
    if (report instanceof UnreadableError) teller.silence(report);
    else {
      teller.tell(report, new Date());
      const grave = report.faults.filter(isGrave);
      for (const fault of grave) keep(fault, folder);
      if (grave.length > 0 || (values.once && report.faults.length > 0)) return 1;
    }
    if (values.once || stop.aborted) return 0;
    await sleep(every * 1000, undefined, { signal: stop }).catch(() => {});
    if (stop.aborted) return 0;
  }
}

const stamp = (print: (line: string) => void, line: string) =>
  print(`${new Date().toISOString().slice(0, 19)}Z  ${line}`);

function keep(fault: Fault, folder: string): void {
  const file = saveEvidence(fault, folder, new Date());
  if (file) console.error(`Both signed notes are saved as ${file}: show them to others who watch this log.`);
}

/** Says what is new, and each fault when it comes and when it goes. */
function createTeller({ say, shout }: Out) {
  let faults = new Set<string>();
  let isSilent = false;
  let isFirst = true;
  let mourned = '';

  function tellLogs({ logs }: CheckReport): void {
    for (const { place, keys, log, entries } of logs) {
      if (isFirst && log) {
        say(
          `${place}: ${log.leaves.length} entries of ${keys.origin}, key ${keyFingerprint(keys.key)} (${keys.trust})`,
        );
      }
      const first = (log?.leaves.length ?? 0) - entries.length;
      entries.forEach((entry, i) => {
        say(`${keys.origin} ${first + i}: ${describeEntry(entry)}`);
      });
    }
    isFirst = false;
  }

  /** A month whose first batch doesn't come: an issuer that says nothing is not in order either. */
  function tellMissingEpoch({ logs }: CheckReport, now: Date): void {
    const month = epochOf(now);
    const epochs = logs.flatMap(({ log }) => log?.summary.issuer?.epochs ?? []);
    const isMissing = epochs.length > 0 && !epochs.some(({ epoch }) => epoch === month);
    if (!isMissing || mourned === month || now.getUTCDate() <= LAST_DAY_OF_OPENING) return;
    mourned = month;
    shout(`! silence: the issuer has opened no epoch ${month}`);
  }

  return {
    silence({ message }: Error): void {
      if (!isSilent) shout(`! silence: ${message}`);
      isSilent = true;
    },
    tell(report: CheckReport, now: Date): void {
      if (isSilent) say('it answers again');
      isSilent = false;
      tellLogs(report);
      tellMissingEpoch(report, now);
      const found = new Set(
        report.faults.map(({ code, place, message }) => `[${code}] ${place}: ${plain(message)}`),
      );
      for (const fault of found) if (!faults.has(fault)) shout(`!! ${fault}`);
      for (const fault of faults) if (!found.has(fault)) say(`no longer: ${fault}`);
      faults = found;
    },
  };
}
