import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { atLeast, type Figure, median, percentile } from './figures.ts';
import { makePresentations, type Shown } from './holders.ts';

/** The thread that talk verifies in, as it was built: this very file is what the server runs. */
const program = path.join(path.dirname(import.meta.dirname), 'dist', 'talk', 'verify.worker.mjs');

/** More contexts than the verifier remembers (256), so that it meets each of them for the first time, every time. */
const PRESENTATIONS = 320;
const ROUNDS = 5;
/** So many make one reading: half a second or so, short enough that a busy moment of the machine spoils few. */
const READING = 40;

/**
 * Presentations that talk's worker verifies in one second of CPU time: that of the whole process, so with what it
 * costs to hand them over. One at a time, as the server's pool does. The median of 40 readings, as the machine is shared.
 */
export async function measureVerify(): Promise<Figure> {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build`);
  const shown = await makePresentations(PRESENTATIONS);
  const worker = new Worker(program, { workerData: 'teahouse-verify' });
  try {
    await verifyAll(worker, shown); // the engine compiles what is hot
    const rates: number[] = [];
    for (let i = 0; i < ROUNDS * PRESENTATIONS; i += READING) {
      const from = i % PRESENTATIONS;
      rates.push(await verifyAll(worker, shown.slice(from, from + READING)));
    }
    const [slow, fast] = [0.1, 0.9].map((part) => percentile(rates, part).toFixed(0));
    const note = `distinct contexts, all four labels; a tenth of ${rates.length} readings below ${slow}, a tenth above ${fast}`;
    return atLeast('bench.verify-per-cpu-s', median(rates), '1/s', 100, note);
  } finally {
    await worker.terminate();
  }
}

/** Verifies each and returns how many a second of CPU time took. Throws when one is refused. */
async function verifyAll(worker: Worker, all: readonly Shown[]): Promise<number> {
  const before = process.cpuUsage();
  for (const [id, task] of all.entries()) {
    worker.postMessage({ id, task });
    const [answer] = (await once(worker, 'message')) as [{ id: number; outcome: string }];
    if (answer.id !== id || answer.outcome !== 'held') throw new Error(`verifying said ${answer.outcome}`);
  }
  const { user, system } = process.cpuUsage(before);
  return all.length / ((user + system) / 1e6);
}
