import type { Post } from '@teahouse/contract/talk';

/** Replies are set in as deep as a phone can show; what is deeper stands in line, and says to whom it answers. */
export const deepest = 4;

export interface Branch {
  readonly post: Post;
  /** 1 for a reply to the thread itself. */
  readonly depth: number;
  /** The post it answers, where the indentation does not show it. */
  readonly inReplyTo: Post | null;
  /** Id of the post it answers, where that is not on the page. */
  readonly inReplyToAway?: string;
  readonly replies: Branch[];
}

/**
 * The replies of a thread as a tree, in the order in which they were said. A reply below the deepest level stands
 * beside its parent; one whose parent is unknown stands at the top.
 */
export function treeOf(posts: readonly Post[]): Branch[] {
  const [first, ...rest] = [...posts].sort((a, b) => a.seq - b.seq);
  if (!first) return [];
  const top: Branch[] = [];
  const branches = new Map<string, Branch>();
  const hanging = new Map<string, Branch[]>([[first.id, top]]);
  for (const post of rest) {
    const parent = post.parent === null ? undefined : branches.get(post.parent);
    const level = (post.parent && hanging.get(post.parent)) || top;
    const flat = parent !== undefined && parent.depth >= deepest;
    const depth = parent ? Math.min(parent.depth + 1, deepest) : 1;
    const branch: Branch = { post, depth, inReplyTo: flat ? parent.post : null, replies: [] };
    branches.set(post.id, branch);
    hanging.set(post.id, depth >= deepest ? level : branch.replies);
    level.push(branch);
  }
  return top;
}

/** The replies of a long thread in the order of time, each with what it answers unless that is the thread itself. */
export function lineOf(posts: readonly Post[]): Branch[] {
  const sorted = [...posts].sort((a, b) => a.seq - b.seq);
  const here = new Map(sorted.map((post) => [post.id, post]));
  const [first, ...rest] = sorted;
  return rest.map((post) => {
    const parent = post.parent === null ? undefined : here.get(post.parent);
    const away = post.parent !== null && !parent ? { inReplyToAway: post.parent } : {};
    return { post, depth: 1, inReplyTo: parent === first ? null : (parent ?? null), replies: [], ...away };
  });
}
