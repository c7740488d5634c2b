import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../bytes.ts';
import { bytes32 } from '../testing.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { followLog, textOfNote } from './follow.ts';
import { noteSigner } from './note-key.ts';
import { filesOf, logCodeOf, origin, serve, signer, someEntries } from './testing.ts';

type Files = Map<string, Uint8Array>;
const entries = someEntries(700);
const log = filesOf(entries);
const noteOf = (files: Files) => fromUtf8(files.get('checkpoint')!);
const claim = (index: number, entry = entries[index]!) => ({ index, entry });

function follow(files: Files, change: Partial<Parameters<typeof followLog>[0]> = {}) {
  return followLog({ fetch: serve(files), origin, verifiers: [signer.verifier], claims: [], ...change });
}

describe('who follows a log', () => {
  it('gets its checkpoint, and the note to remember', async () => {
    const followed = await follow(log, { claims: [0, 255, 256, 699].map((index) => claim(index)) });
    expect(followed.checkpoint).toMatchObject({ origin, size: 700 });
    expect(followed.note).toBe(noteOf(log));
    expect(parseCheckpoint(textOfNote(followed.note))).toEqual(followed.checkpoint);
  });

  it.each([0, 1, 255, 256, 257, 512, 699, 700])('goes on from a log of %i entries', async (size) => {
    const previous = noteOf(filesOf(entries.slice(0, size)));
    await expect(follow(log, { previous })).resolves.toMatchObject({ checkpoint: { size: 700 } });
  });

  it('never fetches an entry', async () => {
    const asked: string[] = [];
    const fetch = async (path: string) => {
      asked.push(path);
      return log.get(path);
    };
    await follow(log, { fetch, claims: [claim(300)], previous: noteOf(filesOf(entries.slice(0, 400))) });
    expect(asked.some((path) => path.startsWith('tile/'))).toBe(true);
    expect(asked.filter((path) => path.includes('entries'))).toEqual([]);
  });

  it('is stopped where the log became shorter', async () => {
    const previous = noteOf(log);
    expect(await logCodeOf(() => follow(filesOf(entries.slice(0, 699)), { previous }))).toBe('rolled-back');
  });

  it.each([1, 256, 300, 699, 700])('is stopped where the first %i entries were others', async (size) => {
    const previous = noteOf(filesOf(someEntries(size, 'once')));
    expect(await logCodeOf(() => follow(log, { previous }))).toBe('forked');
  });

  it.each([0, 300, 699])('is stopped where entry %i is another than claimed', async (index) => {
    const claims = [claim(5), claim(index, utf8('something else'))];
    expect(await logCodeOf(() => follow(log, { claims }))).toBe('not-in-log');
  });

  it('is stopped where an entry stands at another place than claimed', async () => {
    expect(await logCodeOf(() => follow(log, { claims: [claim(7, entries[8]!)] }))).toBe('not-in-log');
  });

  it('is asked to wait where an entry is not in the tree yet', async () => {
    const claims = [{ index: 700, entry: utf8('the next') }];
    expect(await logCodeOf(() => follow(log, { claims }))).toBe('log-behind');
  });

  it('blames the copy, and nobody for a fork, where the tiles are not the tree that was signed', async () => {
    const broken = new Map(log).set('tile/0/000', filesOf(someEntries(700, 'x')).get('tile/0/000')!);
    const previous = noteOf(filesOf(entries.slice(0, 200)));
    expect(await logCodeOf(() => follow(broken, { previous }))).toBe('root-mismatch');
    expect(await logCodeOf(() => follow(broken, { claims: [claim(3)] }))).toBe('root-mismatch');
  });

  it('believes only the key and the name of that log', async () => {
    const stranger = noteSigner(origin, bytes32('a stranger')).verifier;
    expect(await logCodeOf(() => follow(log, { verifiers: [stranger] }))).toBe('signature-unknown');
    expect(await logCodeOf(() => follow(log, { origin: 'another.example/log' }))).toBe('origin-mismatch');
  });

  it('is told what is missing', async () => {
    expect(await logCodeOf(() => follow(new Map()))).toBe('checkpoint-missing');
    const files = new Map([...log].filter(([path]) => path === 'checkpoint'));
    expect(await logCodeOf(() => follow(files, { claims: [claim(0)] }))).toBe('tile-missing');
    files.set('checkpoint', Uint8Array.of(0xff));
    expect(await logCodeOf(() => follow(files))).toBe('note-invalid');
  });
});
