import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes32, flipBit } from '../testing.ts';
import { auditLog, type LogEntry } from './audit.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './hash.ts';
import { noteSigner } from './note-key.ts';
import { filesOf, logCodeOf, origin, serve, signer, someEntries } from './testing.ts';

type Files = ReadonlyMap<string, Uint8Array>;
const verifiers = [signer.verifier];
const checkpointOf = (files: Files) =>
  parseCheckpoint(new TextDecoder().decode(files.get('checkpoint')).split('\n\n')[0]!.concat('\n'));

async function readAll(entries: AsyncIterable<LogEntry>): Promise<LogEntry[]> {
  const all: LogEntry[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

/** Audits and reads all entries. */
async function audit(files: Files, previous?: { size: number; root: Uint8Array }): Promise<LogEntry[]> {
  const audited = await auditLog({ fetch: serve(files), origin, verifiers, previous });
  return readAll(audited.entries());
}

describe('an audit', () => {
  it.each([0, 1, 255, 256, 257, 600])('of a sound log of %i entries gives them all', async (size) => {
    const entries = someEntries(size);
    expect(await audit(filesOf(entries))).toEqual(entries.map((entry, index) => ({ index, entry })));
  });

  it('reads on from where the last one ended', async () => {
    const { entries } = await auditLog({ fetch: serve(filesOf(someEntries(600))), origin, verifiers });
    const indexes = (await readAll(entries(300))).map(({ index }) => index);
    expect(indexes).toEqual(Array.from({ length: 300 }, (_, i) => 300 + i));
  });

  it('accepts every earlier checkpoint of the log', async () => {
    const files = filesOf(someEntries(520));
    for (const size of [0, 1, 255, 256, 257, 511, 512, 519, 520]) {
      await audit(files, checkpointOf(filesOf(someEntries(size))));
    }
  });

  it('finds a log that was cut short', async () => {
    const previous = checkpointOf(filesOf(someEntries(300)));
    expect(await logCodeOf(() => audit(filesOf(someEntries(299)), previous))).toBe('rolled-back');
  });

  it.each([1, 256, 300, 400])('finds another history since size %i', async (size) => {
    const previous = checkpointOf(filesOf(someEntries(size, 'once was')));
    expect(await logCodeOf(() => audit(filesOf(someEntries(400)), previous))).toBe('forked');
  });

  it('finds a false root of the empty tree', async () => {
    const previous = { size: 0, root: bytes32('not it') };
    expect(await logCodeOf(() => audit(filesOf([]), previous))).toBe('forked');
    await audit(filesOf([]), { size: 0, root: emptyRoot });
  });

  it('finds any bit changed in any file', () => {
    const files = filesOf(someEntries(300));
    const codes = ['tile-mismatch', 'root-mismatch', 'bundle-invalid', 'entry-mismatch'];
    const codesOfNote = ['note-invalid', 'signature-invalid', 'signature-unknown'];
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...files.keys()), fc.nat(), async (path, bit) => {
        const bad = new Map(files).set(path, flipBit(files.get(path)!, bit));
        expect(path === 'checkpoint' ? codesOfNote : codes).toContain(await logCodeOf(() => audit(bad)));
      }),
    );
  });

  it('finds any file missing', async () => {
    const files = filesOf(someEntries(300));
    for (const path of files.keys()) {
      const bad = new Map(files);
      bad.delete(path);
      const code = path === 'checkpoint' ? 'checkpoint-missing' : 'tile-missing';
      expect(await logCodeOf(() => audit(bad))).toBe(code);
    }
  });

  it('yields no entry before it is proven', async () => {
    const files = filesOf(someEntries(300));
    files.set('tile/entries/001.p/44', filesOf(someEntries(300, 'other')).get('tile/entries/001.p/44')!);
    const audited = await auditLog({ fetch: serve(files), origin, verifiers });
    const seen: number[] = [];
    const read = async () => {
      for await (const { index } of audited.entries()) seen.push(index);
    };
    expect(await logCodeOf(read)).toBe('entry-mismatch');
    expect(seen).toHaveLength(256);
  });

  it('refuses a log that another key signed', async () => {
    const stranger = [noteSigner(origin, bytes32('a stranger')).verifier];
    const fetch = serve(filesOf(someEntries(3)));
    expect(await logCodeOf(() => auditLog({ fetch, origin, verifiers: stranger }))).toBe('signature-unknown');
  });
});
