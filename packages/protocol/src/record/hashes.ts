import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '../bytes.ts';
import type { Credential } from '../credential.ts';
import { domainHash } from '../hash.ts';
import { rootOf } from '../log/files.ts';
import { foldHashes, leafHash } from '../log/hash.ts';
import { inclusionProof, type NodeReader } from '../log/proof.ts';

/** What a leaf commits to. Sizes in bytes: salt 32, commitment's point 48, pin 32. */
export interface Issuance {
  /** Fresh for each leaf, so that leaves of two epochs can't be matched. */
  readonly salt: Uint8Array;
  readonly point: Uint8Array;
  /** Keyed hash of the evidence, under a key that only the issuer has. */
  readonly pin: Uint8Array;
  readonly credential: Credential;
  /** Kind of the evidence. */
  readonly evidence: string;
}

/** The salted commitment of one issued credential, 32 bytes. protocol.md 1.3. */
export function issuanceLeaf({ salt, point, pin, credential, evidence }: Issuance): Uint8Array {
  const { epoch, company, industry, standing } = credential;
  return domainHash('issuance', salt, point, pin, epoch, company, industry, standing, evidence);
}

/** What an epoch's entry holds of the issuer's public key: SHA-256, 32 bytes. */
export function issuerKeyHash(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey);
}

/** Act ids in the order in which they are hashed: ascending, so that no order of arrival is in it. */
export function sortActs(ids: readonly Uint8Array[]): Uint8Array[] {
  return ids
    .map((id) => ({ id, text: hex(id) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ id }) => id);
}

/** Root over act ids (32 bytes each) in any order, as an RFC 6962 tree whose entries are the sorted ids. protocol.md 4. */
export function actsRoot(ids: readonly Uint8Array[]): Uint8Array {
  return rootOf(sortActs(ids));
}

/** Where an act stands among the sorted ids, and the path to their root. Throws LogError `index-invalid`. */
export async function actInclusion(
  ids: readonly Uint8Array[],
  act: Uint8Array,
): Promise<{ index: number; path: Uint8Array[] }> {
  const sorted = sortActs(ids);
  const wanted = hex(act);
  const index = sorted.findIndex((id) => hex(id) === wanted);
  const leaves = sorted.map(leafHash);
  return { index, path: await inclusionProof(nodesOver(leaves), index, leaves.length) };
}

/** Complete subtrees over leaf hashes that are all in memory. */
function nodesOver(leaves: readonly Uint8Array[]): NodeReader {
  return (level, index) => {
    const span = 2 ** level;
    const hashes = new Uint8Array(span * 32);
    for (let i = 0; i < span; i++) hashes.set(leaves[index * span + i]!, i * 32);
    return foldHashes(hashes);
  };
}

/** What a log holds of the web app: its files (path from the root, SHA-256), 32 bytes. Any order. */
export function webHash(files: readonly { readonly path: string; readonly hash: Uint8Array }[]): Uint8Array {
  const byPath = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return domainHash(
    'web',
    byPath.map(({ path, hash }) => [path, hash]),
  );
}
