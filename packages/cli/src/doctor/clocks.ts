import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bad, type Finding, good, warning } from './finding.ts';

/** Seconds that clocks may lie apart: slots have five minutes, and a token key's month begins for all at once. */
const FAR = 2;
/** An HTTP Date has whole seconds, and is made before the answer is here. */
const DATE_STEP = 1.5;

/** Where somebody else's clock stood, and between which moments of ours (ms). */
export interface Reading {
  readonly who: string;
  readonly theirs: number;
  readonly asked: number;
  readonly answered: number;
  /** Seconds that its figure may be off by itself. */
  readonly step: number;
}

/** Seconds by which their clock is ahead of ours at least (behind: negative); 0 where it may be the same. */
export function apart({ theirs, asked, answered, step }: Reading): number {
  if (theirs < asked) return Math.min(0, (theirs - asked) / 1000 + step);
  return Math.max(0, (theirs - answered) / 1000 - step);
}

/** What readings of others' clocks say about ours. */
export const clockFindings = (readings: readonly Reading[]): Finding[] =>
  readings.map((reading) => {
    const seconds = apart(reading);
    const far = `${Math.abs(seconds).toFixed(1)} s ${seconds < 0 ? 'behind' : 'ahead of'} this machine's`;
    return Math.abs(seconds) <= FAR
      ? good(`the clock of ${reading.who} goes with this machine's`)
      : bad(`the clock of ${reading.who} is ${far}: keep both by NTP (systemd-timesyncd, chrony)`);
  });

/** The clock of a Postgres. */
export async function readDatabaseClock(
  who: string,
  query: (text: string) => Promise<{ rows: { at: string }[] }>,
): Promise<Reading> {
  const asked = Date.now();
  const { rows } = await query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at');
  return { who, theirs: Number(rows[0]?.at), asked, answered: Date.now(), step: 0 };
}

/** The clock behind an address, by its answer's Date; undefined where nothing answers. */
export async function readHttpClock(who: string, url: string): Promise<Reading | undefined> {
  const asked = Date.now();
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000), redirect: 'manual' });
    await answer.body?.cancel();
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(theirs) ? undefined : { who, theirs, asked, answered: Date.now(), step: DATE_STEP };
  } catch {
    return undefined;
  }
}

/** What the system says about its being kept by NTP; undefined where it says nothing. */
export async function ntpState(): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('timedatectl', ['show', '-p', 'NTPSynchronized', '--value']);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** Words about the state that `timedatectl` told. */
export function ntpFinding(state: string | undefined): Finding {
  if (state === 'yes') return good("this machine's clock is kept by NTP");
  if (state === 'no') return warning("this machine's clock is not kept by NTP: timedatectl set-ntp true");
  return warning('nothing here tells whether the clock is kept by NTP: see to it that it is');
}
