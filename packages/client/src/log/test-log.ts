import { utf8 } from '@teahouse/protocol';
import { cosigner, encodeVerifier, type FetchFile, logFiles, noteSigner } from '@teahouse/protocol/log';
import { type Entry, encodeEntry, logOrigin, type Plane } from '@teahouse/protocol/record';

const instance = 'tea.example';
const keyOf = (name: string) => utf8(name.padEnd(32, '.'));

/** A log in memory, for tests: its files after each change, signed with a key of this name. */
export function testLog(plane: Plane, key = 'the key') {
  const origin = logOrigin(instance, plane);
  const signer = noteSigner(origin, keyOf(key));
  const witness = cosigner('witness.example', keyOf('witness'), 1_763_000_000);
  const info = {
    origin,
    key: encodeVerifier(signer.verifier),
    witnesses: [encodeVerifier(witness.verifier)],
  };
  const entries: Uint8Array[] = [];
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];

  function sign(): void {
    for (const [path, file] of logFiles(entries, { origin, signers: [signer, witness] }))
      files.set(path, file);
  }
  const log = {
    instance,
    info,
    files,
    /** Paths in the order in which they were asked for. */
    asked,
    entries,
    /** Appends entries and signs; returns the index of the first. */
    add(...more: Entry[]): number {
      entries.push(...more.map(encodeEntry));
      sign();
      return entries.length - more.length;
    },
    fetch: (async (path) => {
      asked.push(path);
      return files.get(path);
    }) as FetchFile,
    claim: (index: number) => ({ index, entry: entries[index] ?? new Uint8Array() }),
  };
  log.add({ type: 'log', instance, plane });
  return log;
}
export type TestLog = ReturnType<typeof testLog>;

/** Some entry that differs by its number. */
export const someEvent = (n: number): Entry => ({
  type: 'event',
  kind: 'operation',
  code: 'a-test',
  subject: null,
  text: `number ${n}`,
});
