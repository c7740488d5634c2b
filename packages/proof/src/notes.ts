import type { LogInfo } from '@teahouse/contract/issuer';
import {
  type KnownSignature,
  LogError,
  openNote,
  parseVerifier,
  textOfNote,
  type Verifier,
} from '@teahouse/protocol/log';

/** The key of a log, then those of its witnesses in their order. Throws LogError `key-invalid`. */
export function verifiersOf({ origin, key, witnesses }: LogInfo): Verifier[] {
  const [own, ...others] = [key, ...witnesses].map(parseVerifier);
  if (own!.type !== 'ed25519' || own!.name !== origin)
    throw new LogError('key-invalid', 'not a key of the log');
  if (others.some(({ type }) => type !== 'cosignature') || new Set(witnesses).size !== witnesses.length) {
    throw new LogError('key-invalid', 'not a list of witnesses');
  }
  return [own!, ...others];
}

const linesOf = (note: string) => note.slice(textOfNote(note).length + 1).match(/[^\n]*\n/g) ?? [];

/**
 * The signatures of a note's checkpoint. Each line must be one of these keys', none twice, in the order of the keys, the
 * first by the log: a line that nobody here can check would be a place to hide anything. Throws LogError.
 */
export function checkSignatures(note: string, verifiers: readonly Verifier[]): KnownSignature[] {
  const text = textOfNote(note);
  const lines = linesOf(note);
  if (`${text}\n${lines.join('')}` !== note)
    throw new LogError('note-invalid', 'not a text and its signatures');
  const signatures = lines.map((line) => openNote(`${text}\n${line}`, verifiers).signatures[0]!);
  const places = signatures.map(({ verifier }) => verifiers.indexOf(verifier));
  if (places[0] !== 0) throw new LogError('signature-unknown', 'the log did not sign first');
  if (places.some((place, i) => i > 0 && place <= places[i - 1]!)) {
    throw new LogError('note-invalid', 'signatures twice or in another order');
  }
  return signatures;
}

/**
 * The note with the signatures of these keys alone, in their order. One that is false stays, for `checkSignatures` to find;
 * a note or a key that can't be read is left as it is, likewise.
 */
export function orderSignatures(note: string, log: LogInfo): string {
  try {
    const verifiers = verifiersOf(log);
    const text = textOfNote(note);
    const lines = linesOf(note).map((line) => ({ line, place: placeOf(`${text}\n${line}`, verifiers) }));
    const known = lines.filter(
      ({ place }, i) => place >= 0 && lines.findIndex((other) => other.place === place) === i,
    );
    if (known.length === 0) return note;
    known.sort((a, b) => a.place - b.place);
    return `${text}\n${known.map(({ line }) => line).join('')}`;
  } catch {
    return note;
  }
}

/** Which of the keys a note with one signature names; -1 for none. */
function placeOf(note: string, verifiers: readonly Verifier[]): number {
  return verifiers.findIndex((verifier) => {
    try {
      openNote(note, [verifier]);
      return true;
    } catch (error) {
      return error instanceof LogError && error.code === 'signature-invalid';
    }
  });
}
