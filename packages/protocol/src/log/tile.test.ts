import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../bytes.ts';
import { decodeBundle, encodeBundle } from './bundle.ts';
import { edgeRoot, edgeTiles, emptyEdge, growEdge } from './edge.ts';
import { HASH_LENGTH, leafHash, leafHashes } from './hash.ts';
import { inclusionProof, treeHash, verifyInclusion } from './proof.ts';
import { filesOf, logCodeOf, serve, someEntries } from './testing.ts';
import { isCovered, parseTilePath, type Tile, type TileBytes, tileIn, tilePath } from './tile.ts';
import { fetchBundle, fetchTile, tileNodes } from './tile-reader.ts';

describe('paths of tiles', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 1 }, 'tile/0/000.p/1'],
    [{ level: 63, index: 999, width: 255 }, 'tile/63/999.p/255'],
    [{ level: 'entries', index: 1000, width: 256 }, 'tile/entries/x001/000'],
  ])('%o is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/0/000.p/',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/data/000',
    'tile/../checkpoint',
    '',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('have one form each', () => {
    const tiles = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
      index: fc.nat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });
});

describe('tiles of a tree', () => {
  const leaves = leafHashes(someEntries(70_000));
  const { edge, full } = growEdge(emptyEdge, leaves);

  it('are those of the example in tlog-tiles', () => {
    const fullAt = (level: number) => full.filter(({ tile }) => tile.level === level).length;
    expect([fullAt(0), fullAt(1), fullAt(2)]).toEqual([273, 1, 0]);
    expect(edgeTiles(edge).map(({ tile }) => tilePath(tile))).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
  });

  it('are the same however the log grew', () => {
    const batches = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(batches, (counts) => {
        let grown = emptyEdge;
        const seen: TileBytes[] = [];
        for (const count of counts) {
          const from = grown.size * HASH_LENGTH;
          const step = growEdge(grown, leaves.subarray(from, from + count * HASH_LENGTH));
          seen.push(...step.full);
          grown = step.edge;
        }
        const atOnce = growEdge(emptyEdge, leaves.subarray(0, grown.size * HASH_LENGTH));
        expect(edgeTiles(grown)).toEqual(edgeTiles(atOnce.edge));
        expect(edgeRoot(grown)).toEqual(edgeRoot(atOnce.edge));
        const byPath = (tiles: TileBytes[]) => tiles.map(({ tile }) => tilePath(tile)).sort();
        expect(byPath(seen)).toEqual(byPath([...atOnce.full]));
      }),
      { numRuns: 40 },
    );
  });

  it.each([1, 2, 255, 256, 257, 511, 512, 1000, 65_536, 65_537, 70_000])(
    'give the root and proofs of a tree of %i',
    async (size) => {
      const part = growEdge(emptyEdge, leaves.subarray(0, size * HASH_LENGTH));
      const files = new Map(
        [...part.full, ...edgeTiles(part.edge)].map(({ tile, bytes }) => [tilePath(tile), bytes]),
      );
      const nodes = tileNodes(serve(files), size);
      const root = edgeRoot(part.edge);
      expect(await treeHash(nodes, size)).toEqual(root);
      const index = Math.floor(size / 3);
      const leaf = leafHash(someEntries(size)[index]!);
      verifyInclusion({ index, size, leaf, root, proof: await inclusionProof(nodes, index, size) });
    },
  );

  it('are covered when the tree has them, and partial ones as long as they are not full', () => {
    const covered = (path: string, size: number) => isCovered(parseTilePath(path)!, size);
    expect(covered('tile/0/000', 256)).toBe(true);
    expect(covered('tile/0/000', 255)).toBe(false);
    expect(covered('tile/0/000.p/255', 256)).toBe(false);
    expect(covered('tile/0/001.p/3', 260)).toBe(true);
    expect(covered('tile/0/001.p/5', 260)).toBe(false);
    expect(covered('tile/1/000.p/1', 260)).toBe(true);
    expect(covered('tile/1/000.p/1', 255)).toBe(false);
    expect(covered('tile/entries/002.p/1', 512)).toBe(false);
    expect(tileIn(0, 1, 256)).toBeUndefined();
  });

  it('are cut from the full one when the partial one is gone', async () => {
    const files = filesOf(someEntries(300));
    const fetch = serve(files);
    const tile: Tile = { level: 0, index: 0, width: 7 };
    expect(await fetchTile(fetch, tile)).toEqual(files.get('tile/0/000')!.subarray(0, 7 * 32));
    expect(await fetchBundle(fetch, { ...tile, level: 'entries' })).toEqual(someEntries(7));
    expect(await logCodeOf(() => fetchTile(fetch, { ...tile, index: 2 }))).toBe('tile-missing');
  });

  it('of a wrong length are refused', async () => {
    const files = filesOf(someEntries(3));
    files.set('tile/0/000.p/3', files.get('tile/0/000.p/3')!.slice(1));
    expect(await logCodeOf(() => treeHash(tileNodes(serve(files), 3), 3))).toBe('tile-invalid');
  });
});

describe('bundles of entries', () => {
  it('are read as they were written', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 });
    fc.assert(
      fc.property(entries, (all) => {
        expect(decodeBundle(encodeBundle(all), all.length)).toEqual(all);
      }),
    );
  });

  it('hold an entry of 65,535 bytes and none that is longer', async () => {
    const longest = new Uint8Array(65_535).fill(7);
    expect(decodeBundle(encodeBundle([longest]), 1)).toEqual([longest]);
    expect(await logCodeOf(() => encodeBundle([new Uint8Array(65_536)]))).toBe('entry-too-long');
  });

  it('are refused with a byte more, a byte less, or another number of entries', async () => {
    const bundle = encodeBundle(someEntries(3));
    for (const [bytes, width] of [
      [concat(bundle, Uint8Array.of(0)), 3],
      [bundle.slice(0, -1), 3],
      [bundle, 2],
      [bundle, 4],
      [new Uint8Array(), 1],
    ] as const) {
      expect(await logCodeOf(() => decodeBundle(bytes, width))).toBe('bundle-invalid');
    }
  });

  it('of random bytes are refused or have one form', () => {
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.nat(8), async (bytes, width) => {
        try {
          expect(encodeBundle(decodeBundle(bytes, width))).toEqual(bytes);
        } catch (error) {
          expect(await logCodeOf(() => Promise.reject(error))).toBe('bundle-invalid');
        }
      }),
    );
  });
});
