import type { LogInfo } from '@teahouse/contract/issuer';
import type { LoggedEntry } from '@teahouse/contract/talk';
import { toBase64url } from '@teahouse/protocol';
import {
  encodeCheckpoint,
  encodeVerifier,
  inclusionProof,
  leafHash,
  type NodeReader,
  type NoteSigner,
  nodeHash,
  rootOf,
  signNote,
} from '@teahouse/protocol/log';
import { type Entry, encodeEntry } from '@teahouse/protocol/record';

/** A log in memory, as far as a proof shows it. */
export interface TestLog {
  readonly log: LogInfo;
  readonly checkpoint: string;
  /** The first entry that `find` picks, with its path. */
  show(find: (entry: Entry) => boolean): Promise<LoggedEntry>;
}

/** A log of these entries under a checkpoint; the first signer is the log itself, the rest are witnesses. */
export function testLog(origin: string, entries: readonly Entry[], signers: readonly NoteSigner[]): TestLog {
  const encoded = entries.map(encodeEntry);
  const text = encodeCheckpoint({ origin, size: encoded.length, root: rootOf(encoded) });
  const [key, ...witnesses] = signers.map(({ verifier }) => encodeVerifier(verifier));
  const nodes: NodeReader = async (level, index) =>
    level === 0
      ? leafHash(encoded[index]!)
      : nodeHash(await nodes(level - 1, 2 * index), await nodes(level - 1, 2 * index + 1));
  return {
    log: { origin, key: key!, witnesses },
    checkpoint: signNote(text, signers),
    async show(find) {
      const index = entries.findIndex(find);
      if (index < 0) throw new Error('the log of the test holds no such entry');
      const path = await inclusionProof(nodes, index, encoded.length);
      return { index, entry: toBase64url(encoded[index]!), path: path.map(toBase64url) };
    },
  };
}
