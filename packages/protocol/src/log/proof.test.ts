import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, hex } from '../bytes.ts';
import { flipBit } from '../testing.ts';
import { emptyRoot, foldHashes, leafHash, nodeHash } from './hash.ts';
import {
  consistencyProof,
  inclusionProof,
  type NodeReader,
  treeHash,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
import { logCodeOf, someEntries } from './testing.ts';

const nodesOf = (entries: readonly Uint8Array[]): NodeReader => {
  const leaves = entries.map(leafHash);
  const node = (level: number, index: number): Uint8Array =>
    level === 0 ? leaves[index]! : nodeHash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
  return node;
};

/** The tree of the test data of Certificate Transparency: entries, and the root of each tree of their beginning. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const known = nodesOf(entries.map(fromHex));
const inclusion: [number, number, string[]][] = [
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
];
const consistency: [number, number, string[]][] = [
  [1, 1, []],
  [1, 8, inclusion[0]![2]],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

describe('the tree of the Certificate Transparency test data', () => {
  it.each(roots.map((root, size) => ({ root, size })))(
    'has its root at size $size',
    async ({ root, size }) => {
      expect(hex(await treeHash(known, size))).toBe(root);
    },
  );

  it.each(inclusion)('proves that leaf %i is in the tree of %i', async (index, size, proof) => {
    expect((await inclusionProof(known, index, size)).map(hex)).toEqual(proof);
  });

  it.each(consistency)(
    'proves that the tree of %i is the beginning of that of %i',
    async (oldSize, size, proof) => {
      expect((await consistencyProof(known, oldSize, size)).map(hex)).toEqual(proof);
      verifyConsistency({
        oldSize,
        oldRoot: fromHex(roots[oldSize]!),
        size,
        root: fromHex(roots[size]!),
        proof: proof.map(fromHex),
      });
    },
  );
});

/** A tree of up to 300 leaves that answers at once: hashes are kept. */
const nodes = (() => {
  const kept = new Map<string, Uint8Array>();
  const plain = nodesOf(someEntries(300));
  return (level: number, index: number) => {
    const name = `${level}/${index}`;
    const hash = kept.get(name) ?? (plain(level, index) as Uint8Array);
    kept.set(name, hash);
    return hash;
  };
})();
const sizes = fc.integer({ min: 1, max: 300 });
const twoSizes = fc.tuple(sizes, sizes).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number]);

/** Each hash of a claim with one bit flipped, each proof with one hash more or less. */
function spoiled<T extends { readonly root: Uint8Array; readonly proof: readonly Uint8Array[] }>(
  claim: T,
  bit: number,
): T[] {
  const proofs = claim.proof.map((hash, i) => claim.proof.with(i, flipBit(hash, bit)));
  proofs.push([...claim.proof, claim.root], [claim.root, ...claim.proof]);
  if (claim.proof.length > 0) proofs.push(claim.proof.slice(1), claim.proof.slice(0, -1));
  return [{ ...claim, root: flipBit(claim.root, bit) }, ...proofs.map((proof) => ({ ...claim, proof }))];
}

describe('proofs', () => {
  it('of every leaf verify in every tree of up to 40 leaves', async () => {
    for (let size = 1; size <= 40; size++) {
      const root = await treeHash(nodes, size);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(nodes, index, size);
        verifyInclusion({ index, size, leaf: nodes(0, index), root, proof });
      }
    }
  });

  it('of inclusion verify, and with any bit or hash changed they do not', () =>
    fc.assert(
      fc.asyncProperty(twoSizes, fc.nat(), async ([upTo, size], bit) => {
        const index = upTo - 1;
        const leaf = nodes(0, index);
        const proof = await inclusionProof(nodes, index, size);
        const claim = { index, size, leaf, root: await treeHash(nodes, size), proof };
        verifyInclusion(claim);
        for (const other of [...spoiled(claim, bit), { ...claim, leaf: flipBit(leaf, bit) }]) {
          expect(await logCodeOf(() => verifyInclusion(other))).toBe('proof-invalid');
        }
        // At another place the same hashes prove nothing, but for the one-leaf tree there is none.
        if (size > 1) {
          const elsewhere = { ...claim, index: (index + 1 + (bit % (size - 1))) % size };
          expect(await logCodeOf(() => verifyInclusion(elsewhere))).toBe('proof-invalid');
        }
      }),
    ));

  it('of consistency verify, and with any bit or hash changed they do not', () =>
    fc.assert(
      fc.asyncProperty(twoSizes, fc.nat(), async ([oldSize, size], bit) => {
        const oldRoot = await treeHash(nodes, oldSize);
        const proof = await consistencyProof(nodes, oldSize, size);
        const claim = { oldSize, oldRoot, size, root: await treeHash(nodes, size), proof };
        verifyConsistency(claim);
        for (const other of [...spoiled(claim, bit), { ...claim, oldRoot: flipBit(oldRoot, bit) }]) {
          expect(await logCodeOf(() => verifyConsistency(other))).toBe('proof-invalid');
        }
      }),
    ));

  it('need no hash from the empty tree, whose root is known', async () => {
    const claim = { oldSize: 0, oldRoot: emptyRoot, size: 7, root: await treeHash(nodes, 7), proof: [] };
    verifyConsistency(claim);
    expect(await consistencyProof(nodes, 0, 7)).toEqual([]);
    expect(await logCodeOf(() => verifyConsistency({ ...claim, oldRoot: claim.root }))).toBe('proof-invalid');
  });

  it('refuse hashes of another length', async () => {
    const leaf = new Uint8Array(31);
    expect(await logCodeOf(() => verifyInclusion({ index: 0, size: 1, leaf, root: leaf, proof: [] }))).toBe(
      'proof-invalid',
    );
  });

  it.each([
    [-1, 4],
    [4, 4],
    [0.5, 4],
    [0, 2 ** 53],
    [0, 0],
    [Number.NaN, 4],
  ])('refuse leaf %d of a tree of %d', async (index, size) => {
    const claim = { index, size, leaf: emptyRoot, root: emptyRoot, proof: [] };
    expect(await logCodeOf(() => verifyInclusion(claim))).toBe('index-invalid');
    expect(await logCodeOf(() => inclusionProof(nodes, index, size))).toBe('index-invalid');
  });

  it('refuse a tree that shrinks', async () => {
    const claim = { oldSize: 5, oldRoot: emptyRoot, size: 4, root: emptyRoot, proof: [] };
    expect(await logCodeOf(() => verifyConsistency(claim))).toBe('index-invalid');
    expect(await logCodeOf(() => consistencyProof(nodes, 5, 4))).toBe('index-invalid');
  });

  it('hold in a tree as large as numbers count', async () => {
    const size = 2 ** 53 - 1;
    // All leaves alike, so that each level has one hash.
    const levels: Uint8Array[] = [emptyRoot];
    while (levels.length < 53) levels.push(nodeHash(levels.at(-1)!, levels.at(-1)!));
    const uniform: NodeReader = (level) => levels[level]!;
    const root = await treeHash(uniform, size);
    const proof = await inclusionProof(uniform, size - 1, size);
    verifyInclusion({ index: size - 1, size, leaf: emptyRoot, root, proof });
    const grown = await consistencyProof(uniform, 2 ** 48 + 1, size);
    verifyConsistency({
      oldSize: 2 ** 48 + 1,
      oldRoot: await treeHash(uniform, 2 ** 48 + 1),
      size,
      root,
      proof: grown,
    });
  });

  it('fold a row of hashes as the tree does', async () => {
    const row = new Uint8Array(8 * 32);
    for (let i = 0; i < 8; i++) row.set(nodes(0, i), 32 * i);
    expect(foldHashes(row)).toEqual(await treeHash(nodes, 8));
  });
});
