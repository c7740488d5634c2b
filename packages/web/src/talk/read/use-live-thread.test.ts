import type { Alias, LiveEvent, Post, ThreadSummary, ThreadView } from '@teahouse/contract/talk';
import { describe, expect, test } from 'vitest';
import { withEvent } from './use-live-thread.ts';

const alias = (pseudonym: string): Alias => ({
  pseudonym,
  publicKey: `key-${pseudonym}`,
  label: { kind: 'alias', epoch: '2026-11' },
});
const post = (id: string, pseudonym: string, text: string | null): Post => ({
  id,
  parent: null,
  seq: 0,
  pseudonym,
  body: text === null ? null : { text },
  tally: { reactions: {}, poll: null, verdict: null },
  slot: '2026-11-22T10:00:00Z',
  edits: 0,
  deleted: text === null,
  order: { state: 'shown', caution: null, blurred: false },
  lastAct: id,
});
const thread: ThreadSummary = {
  id: 't',
  room: 'square',
  title: 'A title',
  excerpt: 'words',
  lang: 'en',
  opener: alias('p1'),
  replies: 0,
  slot: '2026-11-22T10:00:00Z',
  lastSlot: '2026-11-22T10:00:00Z',
  deleted: false,
  order: { state: 'shown', locked: false, slowMinutes: 0 },
  voices: 1,
  pictures: 0,
  poll: false,
  highlight: null,
};
const view: ThreadView = {
  thread,
  posts: [post('a', 'p1', 'first')],
  aliases: [alias('p1')],
  next: null,
  previous: null,
};
const event = (kind: LiveEvent['kind'], of: Post, by: Alias): LiveEvent => ({
  kind,
  thread,
  post: of,
  alias: by,
});

describe('withEvent', () => {
  test('puts a new post and a new alias in', () => {
    const after = withEvent(view, event('post', post('b', 'p2', 'second'), alias('p2')));
    expect(after.posts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(after.aliases.map(({ pseudonym }) => pseudonym)).toEqual(['p1', 'p2']);
  });

  test('shows a post once, however often it is told', () => {
    const told = event('post', post('b', 'p1', 'second'), alias('p1'));
    const after = withEvent(withEvent(view, told), told);
    expect(after.posts).toHaveLength(2);
    expect(after.aliases).toHaveLength(1);
  });

  test('replaces the words of an edited post and leaves the view it was given alone', () => {
    const after = withEvent(view, event('edit', post('a', 'p1', 'changed'), alias('p1')));
    expect(after.posts[0]?.body?.text).toBe('changed');
    expect(view.posts[0]?.body?.text).toBe('first');
  });

  test('leaves a tombstone where a post was deleted', () => {
    const after = withEvent(view, event('delete', post('a', 'p1', null), alias('p1')));
    expect(after.posts[0]).toMatchObject({ deleted: true, body: null });
  });
});
