import { equal } from '../bytes.ts';
import { LogError } from './errors.ts';
import { emptyRoot, HASH_LENGTH, nodeHash } from './hash.ts';

/**
 * Hash over the complete subtree of 2^`level` leaves that starts at leaf `index` · 2^`level`: a leaf hash at level 0.
 * Wherever the hashes are kept: in an array, in tiles, behind a network.
 */
export type NodeReader = (level: number, index: number) => Uint8Array | Promise<Uint8Array>;

/** The least h with 2^h ≥ n. The k of RFC 6962 §2.1 (largest power of two below n) is 2^(h-1). */
function heightOf(n: number): number {
  let height = 0;
  while (2 ** height < n) height++;
  return height;
}

/** MTH(D[start:end]) of RFC 6962 §2.1, for the ranges that its recursion meets: they begin at a multiple of 2^height. */
async function rangeHash(nodes: NodeReader, start: number, end: number): Promise<Uint8Array> {
  const height = heightOf(end - start);
  if (2 ** height === end - start) return nodes(height, start / 2 ** height);
  const middle = start + 2 ** (height - 1);
  const [left, right] = await Promise.all([rangeHash(nodes, start, middle), rangeHash(nodes, middle, end)]);
  return nodeHash(left, right);
}

/** Merkle tree hash of the first `size` leaves, 32 bytes (RFC 6962 §2.1). Throws `index-invalid` and what `nodes` throws. */
export async function treeHash(nodes: NodeReader, size: number): Promise<Uint8Array> {
  if (!isCount(size)) throw new LogError('index-invalid', 'not a size');
  return size === 0 ? emptyRoot : rangeHash(nodes, 0, size);
}

/**
 * PATH(index, D[size]) of RFC 6962 §2.1.1: what shows that the leaf is in the tree, hashes of 32 bytes from the leaf
 * upwards. Throws `index-invalid` and what `nodes` throws.
 */
export async function inclusionProof(nodes: NodeReader, index: number, size: number): Promise<Uint8Array[]> {
  checkIndex(index, size);
  const siblings: Promise<Uint8Array>[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + 2 ** (heightOf(end - start) - 1);
    const isLeft = index < middle;
    siblings.unshift(isLeft ? rangeHash(nodes, middle, end) : rangeHash(nodes, start, middle));
    if (isLeft) end = middle;
    else start = middle;
  }
  return Promise.all(siblings);
}

/**
 * PROOF(oldSize, D[size]) of RFC 6962 §2.1.2: what shows that the old tree is the beginning of the new one. Empty when
 * they are the same or the old one is empty (C2SP tlog-witness). Throws `index-invalid` and what `nodes` throws.
 */
export async function consistencyProof(
  nodes: NodeReader,
  oldSize: number,
  size: number,
): Promise<Uint8Array[]> {
  checkSizes(oldSize, size);
  if (oldSize === 0) return [];
  const parts: Promise<Uint8Array>[] = [];
  let start = 0;
  let end = size;
  while (end !== oldSize) {
    const middle = start + 2 ** (heightOf(end - start) - 1);
    const isLeft = oldSize <= middle;
    parts.unshift(isLeft ? rangeHash(nodes, middle, end) : rangeHash(nodes, start, middle));
    if (isLeft) end = middle;
    else start = middle;
  }
  // From leaf 0 on it is the old root itself, which the verifier has.
  if (start > 0) parts.unshift(rangeHash(nodes, start, end));
  return Promise.all(parts);
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  /** Hash of the leaf (`leafHash` of the entry), 32 bytes. */
  readonly leaf: Uint8Array;
  /** Root of the tree of `size` leaves, 32 bytes. */
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Returns when the leaf stands at `index` of the tree with this root. Throws `index-invalid`, `proof-invalid`. */
export function verifyInclusion({ index, size, leaf, root, proof }: InclusionClaim): void {
  checkIndex(index, size);
  checkHashes([leaf, root, ...proof]);
  if (!equal(rootAbove(leaf, index, size, proof), root)) throw refused('it leads to another root');
}

/** The root that a proof leads to; the last hash of a proof is the sibling right below the root. */
function rootAbove(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Uint8Array {
  if (size === 1) {
    if (proof.length > 0) throw refused('it is too long');
    return leaf;
  }
  const { sibling, rest, left } = topOf(proof, size);
  return index < left
    ? nodeHash(rootAbove(leaf, index, left, rest), sibling)
    : nodeHash(sibling, rootAbove(leaf, index - left, size - left, rest));
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  /** Root of the tree of the first `oldSize` leaves, 32 bytes. */
  readonly oldRoot: Uint8Array;
  readonly size: number;
  /** Root of the tree of `size` leaves, 32 bytes. */
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Returns when the old tree is the beginning of the new one. Throws `index-invalid`, `proof-invalid`. */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): void {
  checkSizes(oldSize, size);
  checkHashes([oldRoot, root, ...proof]);
  if (oldSize === 0) {
    if (proof.length > 0 || !equal(oldRoot, emptyRoot)) throw refused('the old tree is empty');
    return;
  }
  const reached = bothRoots(oldSize, size, proof, oldRoot);
  if (!equal(reached.old, oldRoot)) throw refused('it leads to another old root');
  if (!equal(reached.new, root)) throw refused('it leads to another root');
}

/** Both roots that a proof leads to. `known` is the old root as long as the range begins at leaf 0, where no hash is sent. */
function bothRoots(
  oldSize: number,
  size: number,
  proof: readonly Uint8Array[],
  known?: Uint8Array,
): { readonly old: Uint8Array; readonly new: Uint8Array } {
  if (oldSize === size) {
    const [shared, ...more] = known ? [known, ...proof] : proof;
    if (!shared || more.length > 0) throw refused('it has a wrong length');
    return { old: shared, new: shared };
  }
  const { sibling, rest, left } = topOf(proof, size);
  if (oldSize <= left) {
    const below = bothRoots(oldSize, left, rest, known);
    return { old: below.old, new: nodeHash(below.new, sibling) };
  }
  const below = bothRoots(oldSize - left, size - left, rest);
  return { old: nodeHash(sibling, below.old), new: nodeHash(sibling, below.new) };
}

/** The last hash of a proof, those before it, and how many leaves stand left of the split of a tree of `size`. */
function topOf(proof: readonly Uint8Array[], size: number) {
  const sibling = proof.at(-1);
  if (!sibling) throw refused('it is too short');
  return { sibling, rest: proof.slice(0, -1), left: 2 ** (heightOf(size) - 1) };
}

/** Whether a value counts leaves: up to 2^53 - 1, beyond which numbers are not exact. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function checkIndex(index: number, size: number): void {
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new LogError('index-invalid', `no leaf ${index} in a tree of ${size}`);
  }
}

function checkSizes(oldSize: number, size: number): void {
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) {
    throw new LogError('index-invalid', `no tree of ${oldSize} in a tree of ${size}`);
  }
}

function checkHashes(hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== HASH_LENGTH)) throw refused('a hash has 32 bytes');
}

const refused = (why: string) => new LogError('proof-invalid', `the proof does not hold: ${why}`);
