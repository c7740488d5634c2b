import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteSigner } from '@teahouse/protocol/log';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DurableFiles, durableFiles } from './log-store-files.ts';
import { checkpointOf, grow, type LogState, loadState, publish } from './log-store-state.ts';

const origin = 'teahouse.example/log';
const signer = noteSigner(origin, new Uint8Array(32).fill(7));
const someEntries = (count: number, name = 'entry') =>
  Array.from({ length: count }, (_, i) => new TextEncoder().encode(`${name} ${i}`));

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'teahouse-log-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** The same folder for a process that stops after so many changes to it. */
function stopsAfter(files: DurableFiles, changes: number): DurableFiles {
  let left = changes;
  const change = async (work: () => Promise<void>) => {
    if (left-- <= 0) throw new Error('stopped');
    await work();
  };
  return {
    ...files,
    async write(all) {
      for (const file of all) await change(() => files.write([file]));
    },
    rename: (from, to) => change(() => files.rename(from, to)),
    remove: (path) => change(() => files.remove(path)),
  };
}

async function append(
  files: DurableFiles,
  state: LogState,
  entries: readonly Uint8Array[],
): Promise<LogState> {
  const grown = grow(state, entries, (edge) => checkpointOf(edge, origin, signer));
  await files.write(grown.files);
  await publish(files, grown.state.note);
  for (const path of grown.filled) await files.remove(path);
  return grown.state;
}

it('wherever an append is stopped, the log is the one before it or the one after it', async () => {
  const files = durableFiles(dir, false);
  let state = await append(files, await loadState(files, origin, signer), someEntries(250));
  const seen = { before: 0, after: 0 };
  for (let changes = 0, isDone = false; !isDone; changes++) {
    const entries = someEntries(300, `attempt ${changes}`);
    const after = grow(state, entries, (edge) => checkpointOf(edge, origin, signer)).state;
    isDone = await append(stopsAfter(files, changes), state, entries).then(
      () => true,
      () => false,
    );
    const found = await loadState(files, origin, signer);
    const which = found.note === state.note ? 'before' : 'after';
    expect(found).toEqual({ before: state, after }[which]);
    seen[which]++;
    state = found;
  }
  expect(seen.before).toBeGreaterThan(5);
  expect(seen.after).toBeGreaterThanOrEqual(2);
});

it('wherever the mending is stopped as well, it is mended the next time', async () => {
  const files = durableFiles(dir, false);
  const before = await append(files, await loadState(files, origin, signer), someEntries(250));
  const grown = grow(before, someEntries(300, 'more'), (edge) => checkpointOf(edge, origin, signer));
  await files.write(grown.files);
  await files.write([{ path: 'checkpoint.next', bytes: new TextEncoder().encode(grown.state.note) }]);
  for (let changes = 0, isDone = false; !isDone; changes++) {
    isDone = await loadState(stopsAfter(files, changes), origin, signer).then(
      () => true,
      () => false,
    );
    expect(await loadState(durableFiles(dir, false), origin, signer)).toEqual(grown.state);
  }
});
