import { equal } from '@teahouse/protocol';
import {
  type FetchFile,
  LogError,
  openCheckpoint,
  parseVerifier,
  textOfNote,
  tileNodes,
  treeHash,
  type Verifier,
} from '@teahouse/protocol/log';

/** Keys of witnesses out of their C2SP form. Throws LogError `key-invalid`, also for keys of another type than 0x04. */
export function parseWitnesses(witnesses: readonly string[]): Verifier[] {
  return witnesses.map((text) => {
    const verifier = parseVerifier(text);
    if (verifier.type !== 'cosignature') throw new LogError('key-invalid', 'not the key of a witness');
    return verifier;
  });
}

const signatureLines = (note: string) => note.slice(textOfNote(note).length + 1).match(/[^\n]+\n/g) ?? [];

/** The first line of each of these keys. Lines are matched by name and key id; whether they hold is not looked at. */
function linesOf(note: string, keys: readonly Verifier[]): Map<Verifier, string> {
  const lines = signatureLines(note);
  const idOf = (line: string) => Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('hex', 0, 4);
  const found = keys.map((key) => {
    const line = lines.find((text) => text.startsWith(`— ${key.name} `) && idOf(text) === key.keyId);
    return [key, line] as const;
  });
  return new Map(found.filter((pair): pair is [Verifier, string] => pair[1] !== undefined));
}

/** A note with the lines of these keys only, and whether there is one. */
export function withLinesOf(note: string, keys: readonly Verifier[]): { note: string; n: number } {
  const lines = linesOf(note, keys);
  return { note: `${textOfNote(note)}\n${[...lines.values()].join('')}`, n: lines.size };
}

/** Two notes of the same text as one; where both have a line of a key, that of `newer`. */
export function mergeNotes(older: string, newer: string, keys: readonly Verifier[]): string {
  const lines = new Map([...linesOf(older, keys), ...linesOf(newer, keys)]);
  return `${textOfNote(older)}\n${[...lines.values()].join('')}`;
}

/**
 * Checks what a witness sends back: this log signed it, at least one known witness did, and the log as it is now
 * continues it, so that no cosignature of another history is ever shown. Returns the note with known lines alone, and its
 * size. Throws LogError `note-invalid`, `signature-unknown`, `signature-invalid`, `origin-mismatch`, `forked`.
 */
export async function openCosigned(i: {
  note: string;
  origin: string;
  own: Verifier;
  witnesses: readonly Verifier[];
  fetch: FetchFile;
  size: number;
}): Promise<{ note: string; size: number }> {
  const { origin, own, witnesses, fetch } = i;
  // Nobody can make us check more signatures than there are keys.
  if (signatureLines(i.note).length > 1 + witnesses.length) {
    throw new LogError('note-invalid', 'more signatures than there are known keys');
  }
  const { checkpoint, signatures } = openCheckpoint({ note: i.note, origin, verifiers: [own, ...witnesses] });
  if (!signatures.some(({ verifier }) => verifier.type === 'cosignature')) {
    throw new LogError('signature-unknown', 'the log signed, but no known witness');
  }
  const { size, root } = checkpoint;
  if (size > i.size || !equal(await treeHash(tileNodes(fetch, i.size), size), root)) {
    throw new LogError('forked', 'a checkpoint of a history that is not that of this log');
  }
  return { note: withLinesOf(i.note, [own, ...witnesses]).note, size };
}
