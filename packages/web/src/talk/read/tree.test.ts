import type { Post } from '@teahouse/contract/talk';
import { describe, expect, test } from 'vitest';
import { type Branch, deepest, treeOf } from './tree.ts';

const post = (id: string, parent: string | null, seq: number): Post => ({
  id,
  parent,
  seq,
  pseudonym: '',
  body: { text: id },
  tally: { reactions: {}, poll: null, verdict: null },
  slot: '2026-11-22T10:00:00Z',
  edits: 0,
  deleted: false,
  order: { state: 'shown', caution: null, blurred: false },
  lastAct: id,
});
const outline = (branches: Branch[]): string =>
  branches
    .map(({ post, replies }) => (replies.length ? `${post.id}(${outline(replies)})` : post.id))
    .join(' ');

describe('treeOf', () => {
  test('hangs replies under what they answer, in the order in which they were said', () => {
    const tree = treeOf([
      post('a', null, 0),
      post('b', 'a', 1),
      post('c', 'a', 2),
      post('d', 'b', 3),
      post('e', 'b', 4),
    ]);
    expect(outline(tree)).toBe('b(d e) c');
  });

  test('does not depend on the order in which the posts arrive', () => {
    const posts = [post('d', 'b', 3), post('a', null, 0), post('c', 'a', 2), post('b', 'a', 1)];
    expect(outline(treeOf(posts))).toBe('b(d) c');
  });

  test('keeps what is below the deepest level in line, with the post it answers', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i, all) => post(id, all[i - 1] ?? null, i));
    const tree = treeOf(chain);
    expect(outline(tree)).toBe('b(c(d(e f g)))');
    const level = tree[0]?.replies[0]?.replies[0]?.replies ?? [];
    expect(level.map(({ depth }) => depth)).toEqual([deepest, deepest, deepest]);
    expect(level.map(({ inReplyTo }) => inReplyTo?.id ?? null)).toEqual([null, 'e', 'f']);
  });

  test('shows a reply at the top when its parent did not come along', () => {
    expect(outline(treeOf([post('a', null, 0), post('x', 'gone', 5)]))).toBe('x');
  });

  test('is empty for a thread without posts', () => {
    expect(treeOf([])).toEqual([]);
  });
});
