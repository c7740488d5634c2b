import type { Pool } from '@teahouse/kit/pool';
import { inclusionProof, type NodeReader, tileFiles, tileNodes } from '@teahouse/protocol/log';
import { readActsOf } from '../log/store.ts';

/** Entries whose trees are kept: whoever asks for proofs mostly asks for those of today. Of 4 MB each at most. */
const mostTrees = 8;

interface Tree {
  readonly ids: readonly Buffer[];
  readonly nodes: NodeReader;
}

/** The trees over the acts of an entry (`actsRoot` of the protocol), made once for many proofs. */
export interface ActsTrees {
  /** Place of an act among those of the entry, and the path to their root. At most one statement. */
  inclusion(logIndex: number, act: Uint8Array): Promise<{ index: number; path: Uint8Array[] }>;
}

export function createActsTrees(pool: Pool): ActsTrees {
  const trees = new Map<number, Promise<Tree>>();

  function treeOf(logIndex: number): Promise<Tree> {
    const tree = trees.get(logIndex) ?? grow(logIndex);
    trees.delete(logIndex);
    trees.set(logIndex, tree);
    for (const oldest of trees.keys()) if (trees.size > mostTrees) trees.delete(oldest);
    tree.catch(() => trees.delete(logIndex));
    return tree;
  }

  async function grow(logIndex: number): Promise<Tree> {
    const joined = Buffer.concat(await readActsOf(pool, logIndex));
    const ids = Array.from({ length: joined.length / 32 }, (_, i) => joined.subarray(32 * i, 32 * (i + 1)));
    const { files } = tileFiles(ids);
    return { ids, nodes: tileNodes(async (path) => files.get(path), ids.length) };
  }

  return {
    async inclusion(logIndex, act) {
      const { ids, nodes } = await treeOf(logIndex);
      const index = ids.findIndex((id) => id.equals(act));
      return { index, path: await inclusionProof(nodes, index, ids.length) };
    },
  };
}
