import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSeer, type Seer, type SeerOptions } from './seer.ts';

const events: string[] = [];
let started = 0;
const seers: Seer[] = [];
afterEach(async () => {
  for (const seer of seers.splice(0)) await seer.close();
  events.length = 0;
  started = 0;
});

/** A worker that does what the first byte of a file says: 0 answers, 1 hangs in a loop, 2 ends, 3 fails. */
const obedient = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, file }) => {
    if (file[0] === 1) for (;;);
    if (file[0] === 2) process.exit(0);
    if (file[0] === 3) throw new Error('the words of a decoder');
    parentPort.postMessage({ id, sight: { kind: 'seen', hashes: [file], scores: undefined } });
  });`;

function seer(options: Partial<SeerOptions> = {}): Seer {
  const made = createSeer({
    report: (event) => events.push(event),
    start: () => {
      started++;
      return new Worker(obedient, { eval: true });
    },
    ...options,
  });
  seers.push(made);
  return made;
}

const [good, hanging, ending, failing] = [0, 1, 2, 3].map((byte) => Uint8Array.of(byte, 9)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

describe('the worker behind the eye', () => {
  it('is not there before the first picture, and serves all that come', async () => {
    const one = seer();
    expect(one.awake).toBe(false);
    const sights = await Promise.all([good, good, good].map((file) => one.see(file)));
    expect(sights.map(({ kind }) => kind)).toEqual(['seen', 'seen', 'seen']);
    expect([one.awake, started]).toEqual([true, 1]);
    expect([...good]).toEqual([0, 9]); // the caller's file is still the caller's
  });

  it('ends when no picture comes, and comes back with the next', async () => {
    const one = seer({ idle: 30 });
    await one.see(good);
    await vi.waitFor(() => expect(one.awake).toBe(false), 20_000);
    expect((await one.see(good)).kind).toBe('seen');
    expect(started).toBe(2);
  });

  it('is ended when a picture hangs it; the pictures behind get another', async () => {
    const one = seer({ patience: 3000 });
    const [hung, next] = await Promise.all([one.see(hanging), one.see(good)]);
    expect([hung.kind, next.kind]).toEqual(['failed', 'seen']);
    expect([events, started]).toEqual([['eye-too-slow'], 2]);
  });

  it('gives up only the picture that it failed at', async () => {
    const one = seer();
    const kinds = (await Promise.all([ending, good, failing, good].map((file) => one.see(file)))).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['failed', 'seen', 'failed', 'seen']);
    expect(events).toEqual(['eye-worker']);
  });

  it('lets nobody wait for ever when it closes', async () => {
    const one = seer();
    const waiting = Promise.all([hanging, good, good].map((file) => one.see(file)));
    await one.close();
    expect((await waiting).map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed']);
    expect((await one.see(good)).kind).toBe('failed');
  });
});
