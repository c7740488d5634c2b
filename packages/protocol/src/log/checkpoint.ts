import { equal } from '../bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { LogError } from './errors.ts';
import { emptyRoot, HASH_LENGTH } from './hash.ts';
import { isNoteText, type KnownSignature, openNote } from './note.ts';
import type { Verifier } from './note-key.ts';
import { isCount } from './proof.ts';

/** What a log commits to: the root over its first `size` entries (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Unique name of the log. */
  readonly origin: string;
  /** Leaves of the tree, up to 2^53 - 1. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Further lines that the log signed; nobody can audit them. */
  readonly extensions: readonly string[];
}

export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Those of the log, and the cosignatures of witnesses that are known. */
  readonly signatures: readonly KnownSignature[];
}

/** The text of a checkpoint without extensions, to be signed. Throws `checkpoint-invalid`. */
export function encodeCheckpoint({ origin, size, root }: Omit<Checkpoint, 'extensions'>): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  if (parseCheckpoint(text).origin !== origin) throw invalid('an origin is one line');
  return text;
}

/** The checkpoint of a text, in its one form. Throws `checkpoint-invalid`. */
export function parseCheckpoint(text: string): Checkpoint {
  if (!isNoteText(text)) throw invalid('not a text of a note');
  const lines = text.slice(0, -1).split('\n');
  const [origin, sizeLine, rootLine, ...extensions] = lines;
  if (!origin || sizeLine === undefined || rootLine === undefined || lines.includes('')) {
    throw invalid('not three lines or more');
  }
  const size = Number(sizeLine);
  if (!/^(?:0|[1-9]\d*)$/.test(sizeLine) || !isCount(size)) throw invalid('not a size');
  const root = fromBase64(rootLine);
  if (root?.length !== HASH_LENGTH) throw invalid('not a root');
  if (size === 0 && !equal(root, emptyRoot)) throw invalid('an empty tree has one root');
  return { origin, size, root, extensions };
}

/**
 * The checkpoint of a signed note. Of `verifiers`, those of type `ed25519` are keys of the log, of which one must have
 * signed; those of type `cosignature` are witnesses and may have. Whether enough witnesses did is the caller's policy.
 * Throws `note-invalid`, `signature-unknown`, `signature-invalid`, `checkpoint-invalid`, `origin-mismatch`.
 */
export function openCheckpoint(input: {
  readonly note: string;
  readonly origin: string;
  readonly verifiers: readonly Verifier[];
}): OpenedCheckpoint {
  const { text, signatures } = openNote(input.note, input.verifiers);
  if (!signatures.some(({ verifier }) => verifier.type === 'ed25519')) {
    throw new LogError('signature-unknown', 'witnesses signed, but not the log');
  }
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== input.origin) {
    throw new LogError('origin-mismatch', `a checkpoint of ${checkpoint.origin}`);
  }
  return { checkpoint, signatures };
}

const invalid = (why: string) => new LogError('checkpoint-invalid', why);
