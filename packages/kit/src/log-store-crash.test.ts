import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { auditLog, noteSigner, openCheckpoint } from '@teahouse/protocol/log';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from './log-store.ts';

const KILLS = 20;
const origin = 'teahouse.example/log';
const key = new Uint8Array(32).fill(7);
const signer = noteSigner(origin, key);
const verifiers = [signer.verifier];

/** Appends entries `<round>/<n>` in batches of many sizes without end, and prints what was acknowledged. */
const writer = `
  const { openLog } = await import(${JSON.stringify(new URL('./log-store.ts', import.meta.url).href)});
  const { noteSigner } = await import('@teahouse/protocol/log');
  const [dir, round] = process.argv.slice(1);
  const signer = noteSigner('${origin}', new Uint8Array(32).fill(7));
  const log = await openLog({ dir, origin: '${origin}', signer });
  for (let n = 0, step = 1 + Number(round); ; n += step, step = (step * 13) % 199) {
    const entries = Array.from({ length: step }, (_, i) => new TextEncoder().encode(round + '/' + (n + i)));
    const { index, checkpoint } = await log.append(entries);
    console.log(JSON.stringify({ index, from: n, count: step, checkpoint }));
  }
`;

interface Acknowledged {
  readonly round: number;
  readonly index: number;
  readonly from: number;
  readonly count: number;
  readonly checkpoint: string;
}

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'teahouse-log-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Runs the writer and kills it, some milliseconds after it acknowledged some batches. */
async function killedRound(round: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, dir, String(round)], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push({ round, ...JSON.parse(line) });
    if (acknowledged.length !== 1 + (round % 5)) continue;
    await sleep((round * 7) % 23);
    child.kill('SIGKILL');
  }
  expect(await ended).toBe('SIGKILL');
  return acknowledged;
}

it(`no acknowledged entry is lost and no checkpoint is contradicted by ${KILLS} kills`, async () => {
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < KILLS; round++) acknowledged.push(...(await killedRound(round)));

  const log = await openLog({ dir, origin, signer });
  const entries: string[] = [];
  const audited = await auditLog({ fetch: log.read, origin, verifiers });
  for await (const { entry } of audited.entries()) entries.push(new TextDecoder().decode(entry));
  for (const { round, index, from, count } of acknowledged) {
    const expected = Array.from({ length: count }, (_, i) => `${round}/${from + i}`);
    expect(entries.slice(index, index + count)).toEqual(expected);
  }
  for (const note of acknowledged.map(({ checkpoint }) => checkpoint)) {
    const previous = openCheckpoint({ note, origin, verifiers }).checkpoint;
    await auditLog({ fetch: log.read, origin, verifiers, previous });
  }
  await log.close();
});
