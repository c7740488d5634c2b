import {
  cosigner,
  encodeBundle,
  encodeCheckpoint,
  encodeVerifier,
  type FetchFile,
  LogError,
  logFiles,
  type NoteSigner,
  noteSigner,
  signNote,
  tileIn,
  tilePath,
} from '@teahouse/protocol/log';
import { type Entry, encodeEntry } from '@teahouse/protocol/record';
import { describe, expect, it } from 'vitest';
import { openLog } from './open-log.ts';

const origin = 'tea.example/talk';
const log = noteSigner(origin, new Uint8Array(32).fill(1));
const signedAt = 1_795_000_000;
const witness = cosigner('witness.example/1', new Uint8Array(32).fill(2), signedAt);
const silent = cosigner('witness.example/2', new Uint8Array(32).fill(3), signedAt);
const bytes = (text: string) => new TextEncoder().encode(text);

const entries: Entry[] = [
  { type: 'log', instance: 'tea.example', plane: 'talk' },
  ...Array.from(
    { length: 9 },
    (_, i): Entry => ({
      type: 'acts',
      slot: 5_900_000 + i,
      root: new Uint8Array(32).fill(i),
      n: i + 1,
    }),
  ),
];

/** The files of talk's log with these entries, by path; `change` replaces some. */
function filesWith(change: Readonly<Record<string, Uint8Array | undefined>> = {}): FetchFile {
  const encoded = entries.map(encodeEntry);
  const signedBy = (signers: readonly NoteSigner[]) => logFiles(encoded, { origin, signers });
  const info = {
    origin,
    key: encodeVerifier(log.verifier),
    witnesses: [encodeVerifier(witness.verifier), encodeVerifier(silent.verifier)],
  };
  const files = new Map<string, Uint8Array | undefined>([
    ...signedBy([log]),
    ['info', bytes(JSON.stringify(info))],
    ['witnessed', signedBy([log, witness]).get('checkpoint')],
    ...Object.entries(change),
  ]);
  return async (path) => files.get(path);
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => (error instanceof LogError ? error.code : String(error)),
  );

describe('a log on the page', () => {
  it('tells its size, and its newest entries first, each found in the tree', async () => {
    const opened = await openLog(filesWith(), true);
    expect(opened.size).toBe(10);
    expect(opened.root).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.newest.map(({ index }) => index)).toEqual([9, 8, 7, 6, 5, 4]);
    expect(opened.newest[0]?.entry).toMatchObject({ type: 'acts', n: 9 });
  });

  it('tells which witnesses signed and when, and which have not', async () => {
    expect((await openLog(filesWith(), true)).witnesses).toEqual([
      { name: 'witness.example/1', time: new Date(signedAt * 1000) },
      { name: 'witness.example/2', time: null },
    ]);
    const { witnesses } = await openLog(filesWith({ witnessed: undefined }), true);
    expect(witnesses.map(({ time }) => time)).toEqual([null, null]);
  });

  it('asks for no entries where the copy has none', async () => {
    const asked: string[] = [];
    const files = filesWith();
    const listening: FetchFile = (path) => {
      asked.push(path);
      return files(path);
    };
    const opened = await openLog(listening, false);
    expect(opened.newest).toEqual([]);
    expect(asked.filter((path) => path.startsWith('tile/'))).toEqual([]);
  });

  it('refuses a checkpoint that another key signed, and entries that are not in the tree', async () => {
    const other = noteSigner(origin, new Uint8Array(32).fill(9));
    const text = encodeCheckpoint({ origin, size: 1, root: new Uint8Array(32).fill(7) });
    const foreign = filesWith({ checkpoint: bytes(signNote(text, [other])) });
    expect(await codeOf(openLog(foreign, true))).toBe('signature-unknown');

    const forged = entries.map((entry) => encodeEntry(entry.type === 'acts' ? { ...entry, n: 999 } : entry));
    const path = tilePath(tileIn('entries', 0, entries.length)!);
    expect(await codeOf(openLog(filesWith({ [path]: encodeBundle(forged) }), true))).toBe('proof-invalid');
  });

  it('refuses a witness that did not sign what it is said to have signed', async () => {
    const text = encodeCheckpoint({ origin, size: 1, root: new Uint8Array(32).fill(7) });
    const real = signNote(text, [log, witness]).split('\n');
    const moved = signNote(encodeCheckpoint({ origin, size: 2, root: new Uint8Array(32).fill(8) }), [log]);
    const note = `${moved}${real.find((line) => line.includes('witness.example/1'))}\n`;
    expect(await codeOf(openLog(filesWith({ witnessed: bytes(note) }), true))).toBe('signature-invalid');
  });
});
