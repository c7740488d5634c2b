import type { OwnNotice } from '@teahouse/client';
import { describe, expect, it } from 'vitest';
import { appealOf, canAppeal, noticeGroups } from './notice-groups.ts';

const notice = (id: string, more: Partial<OwnNotice>, read = true): OwnNotice => ({
  ...{ id, room: 'square', thread: 't', post: 'p', pseudonym: 'me', action: 'remove', rule: 'insult' },
  ...{ words: 'w', by: 'moderator', caution: null, minutes: null, day: '2026-11-22' },
  ...{ appealUntil: '2026-12-06', appeal: null, logged: null, read, ...more },
});

describe('notices about own posts', () => {
  it('stand together by post, in the order in which it was decided', () => {
    const [group] = noticeGroups([
      notice('c', { action: 'restore' }),
      notice('b', { action: 'remove' }),
      notice('a', { action: 'hide' }),
      notice('z', { action: 'caution', day: '2026-11-20' }),
    ]);
    expect(group?.notices.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c']);
  });

  it('come with what is unread first, then with the newest', () => {
    const groups = noticeGroups([
      notice('1', { post: 'old', day: '2026-11-01' }, false),
      notice('2', { post: 'newer', day: '2026-11-21' }),
      notice('3', { post: 'newest', day: '2026-11-22' }),
    ]);
    expect(groups.map(({ post, unread }) => [post, unread])).toEqual([
      ['old', 1],
      ['newest', 0],
      ['newer', 0],
    ]);
  });
});

describe('an appeal', () => {
  it('is open until its answer comes, which has a notice of its own', () => {
    const removed = notice('1', {});
    const restored = notice('2', { action: 'restore', day: '2026-11-25' });
    const upheld = notice('3', { action: 'uphold', day: '2026-11-25' });
    expect(appealOf(removed, false, [removed])).toBeNull();
    expect(appealOf(removed, true, [removed])).toBe('open');
    expect(appealOf(removed, true, [removed, restored])).toBe('granted');
    expect(appealOf({ ...removed, appeal: 'open' }, false, [removed, upheld])).toBe('refused');
    expect(appealOf({ ...removed, appeal: 'granted' }, false, [removed])).toBe('granted');
  });

  it('can be made up to its last day, once, where there is something to appeal against', () => {
    expect(canAppeal(notice('1', {}), '2026-12-06')).toBe(true);
    expect(canAppeal(notice('1', {}), '2026-12-07')).toBe(false);
    expect(canAppeal(notice('1', { appeal: 'open' }), '2026-11-23')).toBe(false);
    expect(canAppeal(notice('1', { appealUntil: null }), '2026-11-23')).toBe(false);
  });
});
