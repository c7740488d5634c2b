import type { LogInfo } from '@teahouse/contract/issuer';
import type { LoggedEntry, Proof } from '@teahouse/contract/talk';
import { type ActHeader, decodeHeader, fromBase64url, threadContext } from '@teahouse/protocol';
import {
  type Checkpoint,
  type InclusionClaim,
  type KnownSignature,
  leafHash,
  parseCheckpoint,
  textOfNote,
  verifyInclusion,
} from '@teahouse/protocol/log';
import {
  type ActsEntry,
  type CountsEntry,
  decodeEntry,
  type Entry,
  type EpochEntry,
  type IssuerKeyEntry,
} from '@teahouse/protocol/record';
import { checkSignatures, verifiersOf } from './notes.ts';

/** A checkpoint as the file has it: what it says, and who signed it where all signatures hold. */
export interface SignedCheckpoint {
  readonly log: LogInfo;
  readonly says: Checkpoint | undefined;
  readonly signatures: readonly KnownSignature[] | undefined;
}

/** A proof taken apart. What can't be read is undefined; what follows from it is then unknown. */
export interface Parts {
  readonly proof: Proof;
  readonly headerBytes: Uint8Array;
  readonly header: ActHeader | undefined;
  /** 32 bytes; undefined with the header. */
  readonly context: Uint8Array | undefined;
  readonly key: IssuerKeyEntry | undefined;
  readonly epoch: EpochEntry | undefined;
  readonly counts: CountsEntry | undefined;
  readonly acts: ActsEntry | undefined;
  readonly issuer: SignedCheckpoint;
  readonly talk: SignedCheckpoint;
}

/** Takes a proof apart; never throws. */
export function partsOf(proof: Proof): Parts {
  const headerBytes = fromBase64url(proof.act.header);
  const header = attempt(() => decodeHeader(headerBytes));
  return {
    proof,
    headerBytes,
    header,
    context: header && (header.thread ?? threadContext(headerBytes)),
    key: entryOf(proof.issuer.key, 'issuer-key'),
    epoch: entryOf(proof.issuer.epoch, 'epoch'),
    counts: entryOf(proof.issuer.counts, 'counts'),
    acts: entryOf(proof.talk.acts, 'acts'),
    issuer: checkpointOf(proof.issuer),
    talk: checkpointOf(proof.talk),
  };
}

export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function entryOf<T extends Entry['type']>(
  { entry }: LoggedEntry,
  type: T,
): Extract<Entry, { type: T }> | undefined {
  const read = attempt(() => decodeEntry(fromBase64url(entry)));
  return read?.type === type ? (read as Extract<Entry, { type: T }>) : undefined;
}

function checkpointOf({ checkpoint, log }: { checkpoint: string; log: LogInfo }): SignedCheckpoint {
  return {
    log,
    says: attempt(() => parseCheckpoint(textOfNote(checkpoint))),
    signatures: attempt(() => checkSignatures(checkpoint, verifiersOf(log))),
  };
}

const isIn = (claim: InclusionClaim) => attempt(() => verifyInclusion(claim) ?? true) === true;

/** Whether an entry stands in the tree of a checkpoint; undefined where that says nothing. */
export function standsIn(
  { says }: SignedCheckpoint,
  { index, entry, path }: LoggedEntry,
): boolean | undefined {
  if (!says) return undefined;
  const leaf = leafHash(fromBase64url(entry));
  return isIn({
    index,
    size: says.size,
    leaf,
    root: says.root,
    proof: path.map((hash) => fromBase64url(hash)),
  });
}

/** Whether an act is among those of an entry. */
export function isAmong(acts: ActsEntry, act: Uint8Array, { index, path }: Proof['talk']): boolean {
  const proof = path.map((hash) => fromBase64url(hash));
  return isIn({ index, size: acts.n, leaf: leafHash(act), root: acts.root, proof });
}
