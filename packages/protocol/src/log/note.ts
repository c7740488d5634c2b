import { concat, fromHex, hex, isWellFormed, utf8 } from '../bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { cosignedAt } from './cosignature.ts';
import { LogError } from './errors.ts';
import { isKeyName, type NoteSigner, type Verifier, verifyEd25519 } from './note-key.ts';

// note      = text LF *signature
// text      = *(*character LF)
// signature = EM DASH SP name SP base64(4-byte key id || signature) LF

/** Bounds on what others send; the specification asks for at least 16 signatures. */
const MAX_NOTE_LENGTH = 1 << 20;
const MAX_SIGNATURES = 100;

interface SignatureLine {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** A signature that holds. */
export interface KnownSignature {
  readonly verifier: Verifier;
  /** When a witness signed, in POSIX seconds; null for a plain signature. */
  readonly time: number | null;
}

export interface OpenedNote {
  /** What was signed, with its last newline. */
  readonly text: string;
  /** At least one, each of another key. */
  readonly signatures: readonly KnownSignature[];
}

/** Whether a text may stand in a note: Unicode that ends in a newline and has no other control character below U+0020. */
export function isNoteText(text: string): boolean {
  if (!text.endsWith('\n') || !isWellFormed(text)) return false;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x20 && text[i] !== '\n') return false;
  }
  return true;
}

/** A line to be put after a note that already has signatures. */
export function signatureLine(text: string, signer: NoteSigner): string {
  const { name, keyId } = signer.verifier;
  return `— ${name} ${toBase64(concat(fromHex(keyId), signer.sign(text)))}\n`;
}

/** The text with the signatures of these keys (C2SP signed-note). Throws `note-invalid`. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new LogError('note-invalid', 'not a text of a note');
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`;
}

/**
 * The text of a note that at least one known key signed. Signatures of other keys are ignored; one that a known key did
 * not make spoils the note. Throws `note-invalid`, `signature-unknown`, `signature-invalid`.
 */
export function openNote(note: string, verifiers: readonly Verifier[]): OpenedNote {
  const { text, lines } = parseNote(note);
  const signatures: KnownSignature[] = [];
  for (const line of lines) {
    const verifier = verifiers.find((known) => known.name === line.name && known.keyId === line.keyId);
    if (!verifier) continue;
    const time = signedAt(verifier, text, line.signature);
    if (!signatures.some((other) => other.verifier === verifier)) signatures.push({ verifier, time });
  }
  if (signatures.length === 0) throw new LogError('signature-unknown', 'no known key signed this note');
  return { text, signatures };
}

function signedAt(verifier: Verifier, text: string, signature: Uint8Array): number | null {
  const { type, publicKey, name } = verifier;
  const time = type === 'cosignature' ? cosignedAt(publicKey, text, signature) : null;
  const holds = type === 'cosignature' ? time !== undefined : verifyEd25519(publicKey, utf8(text), signature);
  if (!holds) throw new LogError('signature-invalid', `the signature of ${name} does not hold`);
  return time ?? null;
}

function parseNote(note: string): { readonly text: string; readonly lines: readonly SignatureLine[] } {
  const end = note.lastIndexOf('\n\n');
  if (note.length > MAX_NOTE_LENGTH || end < 0 || !isNoteText(note)) {
    throw new LogError('note-invalid', 'not a text and its signatures');
  }
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw new LogError('note-invalid', 'too many signatures');
  return { text: note.slice(0, end + 1), lines: lines.map(parseLine) };
}

function parseLine(line: string): SignatureLine {
  const [dash, name, encoded, ...more] = line.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (dash !== '—' || !name || !isKeyName(name) || !bytes || bytes.length < 5 || more.length > 0) {
    throw new LogError('note-invalid', 'not a signature line');
  }
  return { name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}
