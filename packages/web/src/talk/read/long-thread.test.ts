import type { Post, ThreadView } from '@teahouse/contract/talk';
import { describe, expect, test } from 'vitest';
import { isLong, joined, mostPosts, trimmed } from './long-thread.ts';
import { lineOf } from './tree.ts';

const post = (seq: number, parent: string | null = seq === 0 ? null : 'p0'): Post => ({
  id: `p${seq}`,
  parent,
  seq,
  pseudonym: `a${seq % 7}`,
  body: { text: `${seq}` },
  tally: { reactions: {}, poll: null, verdict: null },
  slot: '2026-11-22T10:00:00Z',
  edits: 0,
  deleted: false,
  order: { state: 'shown', caution: null, blurred: false },
  lastAct: `p${seq}`,
});
const replies = 4999;
/** The answer of the server for places `from` to `to`. */
function page(from: number, to: number): ThreadView {
  const posts = Array.from({ length: to - from + 1 }, (_, i) => post(from + i));
  const aliases = [...new Set(posts.map(({ pseudonym }) => pseudonym))].map((pseudonym) => ({
    pseudonym,
    publicKey: pseudonym,
    label: { kind: 'alias', epoch: '2026-11' } as const,
  }));
  const thread = { id: 't', room: 'square', replies } as ThreadView['thread'];
  return { thread, posts, aliases, next: to < replies ? to : null, previous: from > 0 ? from : null };
}
const places = (view: ThreadView) => view.posts.map(({ seq }) => seq);

describe('a long thread', () => {
  test('grows downwards and upwards without a gap or a double', () => {
    const down = joined(page(0, 99), page(100, 199));
    expect(places(down)).toEqual(places(page(0, 199)));
    expect([down.previous, down.next]).toEqual([null, 199]);
    const up = joined(page(2000, 2099), page(1900, 1999));
    expect(places(up)).toEqual(places(page(1900, 2099)));
    expect([up.previous, up.next]).toEqual([1900, 2099]);
    expect(up.aliases).toHaveLength(7);
  });

  test('ends when a page below is empty', () => {
    const empty: ThreadView = { ...page(0, 0), posts: [], next: null, previous: null };
    expect(joined(page(4900, 4999), empty).next).toBeNull();
  });

  test('keeps so many posts and the first one, and knows where it was cut', () => {
    const all = page(0, 1500);
    const bottom = trimmed(all, 'bottom');
    expect(bottom.posts).toHaveLength(mostPosts);
    expect([bottom.posts[0]?.seq, bottom.posts[1]?.seq, bottom.previous, bottom.next]).toEqual([
      0, 502, 502, 1500,
    ]);
    const top = trimmed(all, 'top');
    expect([top.posts.at(-1)?.seq, top.next, top.previous]).toEqual([999, 999, null]);
    expect(trimmed(page(0, 400), 'top')).toEqual(page(0, 400));
  });

  test('stands in the order of time, each reply with what it answers', () => {
    const line = lineOf([post(0), post(1), post(2, 'p1'), post(7, 'p5')]);
    expect(
      line.map(({ post: { id }, inReplyTo, inReplyToAway }) => [id, inReplyTo?.id, inReplyToAway]),
    ).toEqual([
      ['p1', undefined, undefined],
      ['p2', 'p1', undefined],
      ['p7', undefined, 'p5'],
    ]);
    expect(isLong(page(0, 99))).toBe(true);
  });
});
