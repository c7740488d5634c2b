import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { nearest } from './disks.ts';
import { bad, type Finding, good } from './finding.ts';

const TIMES = 20;
/** Milliseconds on average below which no disk was asked: a flash disk with its own power takes 0.05 to 0.1. */
const TOO_QUICK = 0.05;

/** Average milliseconds that an fsync of a page takes in a folder. */
export function timeOfFlush(folder: string): number {
  const place = mkdtempSync(path.join(nearest(folder), '.doctor-'));
  const file = openSync(path.join(place, 'page'), 'w');
  try {
    const page = Buffer.alloc(8192, 1);
    const began = performance.now();
    for (let n = 0; n < TIMES; n += 1) {
      writeSync(file, page, 0, page.length, 0);
      fsyncSync(file);
    }
    return (performance.now() - began) / TIMES;
  } finally {
    closeSync(file);
    rmSync(place, { recursive: true });
  }
}

/** What the time of a flush says. */
export function flushFinding(folder: string, milliseconds: number): Finding {
  const took = `an fsync takes ${milliseconds.toFixed(2)} ms on average in ${folder}`;
  return milliseconds < TOO_QUICK
    ? bad(
        `${took}: no disk is that quick, so a power cut would take what was acknowledged. Choose another disk`,
      )
    : good(took);
}

/** What of a Postgres decides whether it keeps what it acknowledged, and what version it is. */
export interface ServerSettings {
  readonly plane: string;
  readonly version: number;
  readonly off: readonly string[];
}

/** Settings and version of each Postgres. */
export function serverFindings(servers: readonly ServerSettings[]): Finding[] {
  return servers.flatMap(({ plane, version, off }) => {
    const major = Math.floor(version / 10_000);
    const found: Finding[] = [
      major < 15
        ? bad(`the Postgres of ${plane} is version ${major}: it must be 15 or later`)
        : good(`the Postgres of ${plane} is version ${major}`),
    ];
    const words = `${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} off in the Postgres of ${plane}`;
    if (off.length > 0) found.push(bad(`${words}: what it acknowledges may be lost; turn it on`));
    return found;
  });
}
