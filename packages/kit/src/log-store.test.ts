import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  auditLog,
  consistencyProof,
  inclusionProof,
  leafHash,
  noteSigner,
  openCheckpoint,
  tileNodes,
  verifyConsistency,
  verifyInclusion,
} from '@teahouse/protocol/log';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogStore, openLog } from './log-store.ts';

const origin = 'teahouse.example/log';
const signer = noteSigner(origin, new Uint8Array(32).fill(7));
const verifiers = [signer.verifier];
const someEntries = (count: number, name = 'entry') =>
  Array.from({ length: count }, (_, i) => new TextEncoder().encode(`${name} ${i}`));
const sizeOf = (note: string) => openCheckpoint({ note, origin, verifiers }).checkpoint;

let dir: string;
let log: LogStore;
const open = (durable = false) => openLog({ dir, origin, signer, durable });
const files = async (path: string) => (await readdir(join(dir, path)).catch(() => [])).sort();

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'teahouse-log-'));
  log = await open();
});
afterEach(async () => {
  await log.close();
  await rm(dir, { recursive: true, force: true });
});

/** All entries, as an outsider reads them. */
async function audit(fetch: (path: string) => Promise<Uint8Array | undefined>, previous?: string) {
  const audited = await auditLog({
    fetch,
    origin,
    verifiers,
    previous: previous ? sizeOf(previous) : undefined,
  });
  const entries: Uint8Array[] = [];
  for await (const { entry } of audited.entries()) entries.push(entry);
  return entries;
}

describe('a log in a folder', () => {
  it('begins empty, with a signed checkpoint', async () => {
    expect(sizeOf(log.checkpoint()).size).toBe(0);
    expect(await audit(log.read)).toEqual([]);
  });

  it('tells where entries stand and signs a checkpoint over them', async () => {
    expect(await log.append(someEntries(3))).toMatchObject({ index: 0, size: 3 });
    const { index, size, checkpoint } = await log.append(someEntries(2, 'later'));
    expect({ index, size }).toEqual({ index: 3, size: 5 });
    expect(checkpoint).toBe(log.checkpoint());
    expect(sizeOf(checkpoint).size).toBe(5);
    expect(await log.entry(4)).toEqual(someEntries(2, 'later')[1]);
  });

  it('keeps all entries, whatever sizes they came in, and every earlier checkpoint holds', async () => {
    const all = someEntries(1400);
    const checkpoints = [log.checkpoint()];
    for (let at = 0, step = 1; at < all.length; at += step, step = (step * 7) % 311) {
      checkpoints.push((await log.append(all.slice(at, at + step))).checkpoint);
    }
    expect(await audit(log.read)).toEqual(all);
    for (const previous of checkpoints) await audit(log.read, previous);
    await log.close();
    log = await open();
    expect(await audit(log.read, checkpoints.at(-1))).toEqual(all);
    expect(await log.entry(700)).toEqual(all[700]);
  });

  it('serves what proofs are made of', async () => {
    const { checkpoint: old } = await log.append(someEntries(300));
    const { checkpoint } = await log.append(someEntries(301, 'later'));
    const { size, root } = sizeOf(checkpoint);
    const nodes = tileNodes(log.read, size);
    const leaf = leafHash(await log.entry(299));
    verifyInclusion({ index: 299, size, leaf, root, proof: await inclusionProof(nodes, 299, size) });
    const { size: oldSize, root: oldRoot } = sizeOf(old);
    verifyConsistency({ oldSize, oldRoot, size, root, proof: await consistencyProof(nodes, oldSize, size) });
  });

  it('is a folder of static files that anyone can audit', async () => {
    await log.append(someEntries(600));
    expect(await audit((path) => readFile(join(dir, path)).catch(() => undefined))).toHaveLength(600);
  });

  it('serves nothing else', async () => {
    await log.append(someEntries(3));
    expect(await log.read('tile/0/000.p/3')).toHaveLength(96);
    for (const path of ['lock', 'checkpoint.next', 'tile/0/000', 'tile/0/000.p/4', '../lock', 'tile', '']) {
      expect(await log.read(path)).toBeUndefined();
    }
  });

  it('drops partial tiles once they are full', async () => {
    await log.append(someEntries(200));
    await log.append(someEntries(50));
    expect(await files('tile/0/000.p')).toEqual(['200', '250']);
    await log.append(someEntries(10));
    expect(await files('tile/0')).toEqual(['000', '001.p']);
    expect(await files('tile/entries')).toEqual(['000', '001.p']);
  });

  it('appends what comes at once one after the other', async () => {
    const all = await Promise.all(someEntries(20).map((entry) => log.append([entry])));
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(await audit(log.read)).toEqual(someEntries(20));
  });

  it('takes its own copy of what it is given', async () => {
    const bytes = Buffer.of(1, 2, 3);
    const done = log.append([bytes]);
    bytes.fill(9);
    await done;
    expect(await log.entry(0)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('appends only where the caller counts on, when it says so', async () => {
    await log.append(someEntries(2), { at: 0 });
    await expect(log.append(someEntries(2), { at: 0 })).rejects.toMatchObject({ code: 'size-changed' });
    expect(log.size()).toBe(2);
  });

  it('leaves everything as it is when there is nothing to append', async () => {
    const { checkpoint } = await log.append(someEntries(2));
    expect(await log.append([])).toEqual({ index: 2, size: 2, checkpoint });
  });

  it('refuses an entry that is too long, and goes on', async () => {
    await expect(log.append([new Uint8Array(65_536)])).rejects.toMatchObject({ code: 'entry-too-long' });
    await log.append([new Uint8Array(65_535)]);
    expect(log.size()).toBe(1);
  });

  it.each([-1, 2, 0.5, Number.NaN])('has no entry %d', async (index) => {
    await log.append(someEntries(2));
    await expect(log.entry(index)).rejects.toMatchObject({ code: 'not-in-log' });
  });

  it('has one writer', async () => {
    await expect(open()).rejects.toMatchObject({ code: 'in-use' });
    await log.close();
    await expect(log.append(someEntries(1))).rejects.toMatchObject({ code: 'closed' });
    log = await open();
  });
});

describe('after an append that failed', () => {
  it.each(['tile/0/000.p/5.draft', 'tile/entries/000.p/5.draft', 'checkpoint.next.draft'])(
    'at %s, the log goes on with what it had',
    async (obstacle) => {
      const { checkpoint } = await log.append(someEntries(3));
      await mkdir(join(dir, obstacle), { recursive: true });
      await expect(log.append(someEntries(2, 'lost'))).rejects.toMatchObject({ code: 'EISDIR' });
      expect(log.checkpoint()).toBe(checkpoint);
      expect(await audit(log.read)).toEqual(someEntries(3));
      await rm(join(dir, obstacle), { recursive: true });
      expect(await log.append(someEntries(2, 'other'))).toMatchObject({ index: 3 });
      expect(await audit(log.read, checkpoint)).toEqual([...someEntries(3), ...someEntries(2, 'other')]);
    },
  );
});

describe('opening a log', () => {
  const damaged = { code: 'damaged' };
  /** Closes the log, changes the folder, opens it again. */
  async function reopenAfter(change: () => Promise<unknown>): Promise<void> {
    await log.close();
    await change();
    log = await open();
  }

  it('drops what an append wrote before it was stopped', async () => {
    const { checkpoint } = await log.append(someEntries(250));
    const saved = await readFile(join(dir, 'checkpoint'));
    const partial = ['tile/0/000.p/250', 'tile/entries/000.p/250'];
    const bytes = await Promise.all(partial.map((path) => readFile(join(dir, path))));
    await log.append(someEntries(10, 'lost'));
    await reopenAfter(async () => {
      // As it was before the new checkpoint, which is when partial tiles are still there.
      await writeFile(join(dir, 'checkpoint'), saved);
      await writeFile(join(dir, 'tile/0/001.p/7.draft'), 'half a t');
      for (const [i, path] of partial.entries()) {
        await mkdir(join(dir, path, '..'), { recursive: true });
        await writeFile(join(dir, path), bytes[i]!);
      }
    });
    expect(log.checkpoint()).toBe(checkpoint);
    expect(await files('tile/0')).toEqual(['000.p', '001.p']);
    expect(await files('tile/0/001.p')).toEqual([]);
    await log.append(someEntries(10, 'other'));
    expect(await audit(log.read, checkpoint)).toEqual([...someEntries(250), ...someEntries(10, 'other')]);
  });

  it('serves a checkpoint that was on disk for good but not yet in its place', async () => {
    await log.append(someEntries(3));
    const old = await readFile(join(dir, 'checkpoint'));
    const { checkpoint } = await log.append(someEntries(4));
    await reopenAfter(async () => {
      await cp(join(dir, 'checkpoint'), join(dir, 'checkpoint.next'));
      await writeFile(join(dir, 'checkpoint'), old);
    });
    expect(log.checkpoint()).toBe(checkpoint);
    expect(await readFile(join(dir, 'checkpoint'), 'utf8')).toBe(checkpoint);
    expect(await files('.')).toEqual(['checkpoint', 'lock', 'tile']);
  });

  it('never goes back to an older checkpoint that lies about', async () => {
    const { checkpoint: old } = await log.append(someEntries(3));
    const { checkpoint } = await log.append(someEntries(4));
    await reopenAfter(() => writeFile(join(dir, 'checkpoint.next'), old));
    expect(log.checkpoint()).toBe(checkpoint);
  });

  it.each([
    'tile/0/000',
    'tile/0/001',
    'tile/0/002.p/88',
    'tile/1/000.p/2',
    'tile/entries/002.p/88',
    'checkpoint',
  ])('refuses a changed bit in %s, and the folder stays as it is', async (path) => {
    await log.append(someEntries(600));
    const bytes = await readFile(join(dir, path));
    bytes[bytes.length - 5]! ^= 4;
    await expect(reopenAfter(() => writeFile(join(dir, path), bytes))).rejects.toMatchObject(damaged);
    expect(await readFile(join(dir, path))).toEqual(bytes);
  });

  it('refuses a missing tile, and tiles without a checkpoint', async () => {
    await log.append(someEntries(600));
    await expect(reopenAfter(() => rm(join(dir, 'checkpoint')))).rejects.toMatchObject(damaged);
    await rm(join(dir, 'tile/0/001'));
    await expect(reopenAfter(async () => {})).rejects.toMatchObject(damaged);
  });

  it('refuses a log of another key or origin', async () => {
    await log.close();
    const stranger = noteSigner(origin, new Uint8Array(32).fill(8));
    await expect(openLog({ dir, origin, signer: stranger })).rejects.toMatchObject(damaged);
    await expect(openLog({ dir, origin: 'another.example', signer })).rejects.toMatchObject(damaged);
  });

  it('leaves an old entry to the audit, and to whoever reads it', async () => {
    await log.append(someEntries(600));
    const path = join(dir, 'tile/entries/001');
    const bytes = await readFile(path);
    bytes[bytes.length - 1]! ^= 4;
    await reopenAfter(() => writeFile(path, bytes));
    expect(await log.entry(255)).toEqual(someEntries(600)[255]);
    await expect(log.entry(511)).rejects.toMatchObject(damaged);
    await expect(audit(log.read)).rejects.toMatchObject({ code: 'entry-mismatch' });
  });
});
