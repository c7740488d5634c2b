import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { atLeast, type Figure, median, percentile, told } from './figures.ts';
import { makePresentations, type Shown } from './holders.ts';

/** The thread that talk verifies in, as it was built: this very file is what the server runs. */
const program = path.join(path.dirname(import.meta.dirname), 'dist', 'talk', 'verify.worker.mjs');

/** More contexts than the verifier remembers (256), so that it meets each of them for the first time, every time. */
const PRESENTATIONS = 320;
const ROUNDS = 5;
/** What the server's pool hands over when the queue is long (`batchSize` in talk's verifier), and when it is short. */
const LONG = 32;
const SHORT = 1;

/**
 * Presentations that talk's worker verifies in one second of CPU time: that of the whole process, so with what it
 * costs to hand them over. The median of readings of half a second or less, as the machine is shared.
 */
export async function measureVerify(): Promise<Figure[]> {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build`);
  const shown = await makePresentations(PRESENTATIONS);
  const worker = new Worker(program, { workerData: 'teahouse-verify' });
  try {
    await verifyAll(worker, shown, LONG); // the engine compiles what is hot
    const [long, alone]: [number[], number[]] = [[], []];
    // In turns, so that a busy moment of the machine meets both.
    for (let i = 0; i < ROUNDS; i += 1) {
      long.push(...(await rates(worker, shown, LONG)));
      alone.push(...(await rates(worker, shown, SHORT)));
    }
    return [
      atLeast(
        'bench.verify-per-cpu-s',
        median(long),
        '1/s',
        100,
        noteOf(long, 'a queue of 32, distinct contexts'),
      ),
      told('bench.verify-alone-per-cpu-s', median(alone), '1/s', noteOf(alone, 'no queue: one at a time')),
      atLeast(
        'bench.verify-batch-ratio',
        median(long) / median(alone),
        'x',
        1.6,
        'a queue of 32 beside one at a time, in turns',
      ),
    ];
  } finally {
    await worker.terminate();
  }
}

async function rates(worker: Worker, shown: readonly Shown[], batch: number): Promise<number[]> {
  const reading = Math.max(batch, 32);
  const all: number[] = [];
  for (let i = 0; i < PRESENTATIONS; i += reading) {
    all.push(await verifyAll(worker, shown.slice(i, i + reading), batch));
  }
  return all;
}

function noteOf(all: readonly number[], what: string): string {
  const [slow, fast] = [0.1, 0.9].map((part) => percentile(all, part).toFixed(0));
  return `${what}; a tenth of ${all.length} readings below ${slow}, a tenth above ${fast}`;
}

/** Verifies all, so many at once, and returns how many a second of CPU time took. Throws when one is refused. */
async function verifyAll(worker: Worker, all: readonly Shown[], batch: number): Promise<number> {
  const before = process.cpuUsage();
  for (let id = 0; id < all.length; id += batch) {
    worker.postMessage({ id, checks: all.slice(id, id + batch) });
    const [answer] = (await once(worker, 'message')) as [{ id: number; outcomes: string[] }];
    const held = answer.outcomes.every((outcome) => outcome === 'held');
    if (answer.id !== id || !held) throw new Error(`verifying said ${answer.outcomes}`);
  }
  const { user, system } = process.cpuUsage(before);
  return all.length / ((user + system) / 1e6);
}
