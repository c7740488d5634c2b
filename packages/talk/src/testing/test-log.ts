import type { LogInfo } from '@teahouse/contract/talk';
import { encodeVerifier, logFiles, type NoteSigner, noteSigner, signatureLine } from '@teahouse/protocol/log';
import { type Entry, encodeEntry } from '@teahouse/protocol/record';

/** A log in memory, signed for real; the files of another copy can be served in its place. */
export interface TestLog {
  readonly info: LogInfo;
  readonly entries: Uint8Array[];
  /** Returns the index. */
  add(entry: Entry): number;
  /** What is served at a path; `instead` stands in for anything. */
  read(path: string): Uint8Array | undefined;
  /** Lets a witness sign the checkpoint as it is now. */
  cosign(witness: NoteSigner): void;
  /** Notes and tiles as they are now; later changes of `entries` don't reach them. */
  files(): Map<string, Uint8Array>;
  instead: Map<string, Uint8Array> | undefined;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export function createTestLog(origin: string, privateKey: Uint8Array, witnesses: string[] = []): TestLog {
  const signer = noteSigner(origin, privateKey);
  const entries: Uint8Array[] = [];
  let witnessed: string | undefined;

  function files(): Map<string, Uint8Array> {
    const found = logFiles(entries, { origin, signers: [signer] });
    if (witnessed !== undefined) found.set('witnessed', utf8(witnessed));
    return found;
  }

  const log: TestLog = {
    info: { origin, key: encodeVerifier(signer.verifier), witnesses },
    entries,
    add: (entry) => entries.push(encodeEntry(entry)) - 1,
    read: (path) => (log.instead ?? files()).get(path),
    cosign(witness) {
      const note = new TextDecoder().decode(files().get('checkpoint'));
      witnessed = note + signatureLine(note.slice(0, note.lastIndexOf('\n\n') + 1), witness);
    },
    files,
    instead: undefined,
  };
  return log;
}
