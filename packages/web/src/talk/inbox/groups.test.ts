import type { InboxItem } from '@teahouse/client';
import { describe, expect, test } from 'vitest';
import { countsOf, groupsOf, speakersOf } from './groups.ts';

const item = (id: string, thread: string, day: string, more: Partial<InboxItem> = {}): InboxItem =>
  ({ kind: 'thread', id, room: 'square', thread, day, pseudonym: id, read: false, ...more }) as InboxItem;

describe('the inbox by thread', () => {
  test('shows first what is unread, then what is newest', () => {
    const groups = groupsOf([
      item('c', 'read lately', '2026-11-20', { read: true }),
      item('b', 'unread', '2026-11-17'),
      item('a', 'unread', '2026-11-16', { read: true }),
      item('d', 'read long ago', '2026-11-10', { read: true }),
    ]);
    expect(groups.map(({ thread, unread, day }) => [thread, unread, day])).toEqual([
      ['unread', 1, '2026-11-17'],
      ['read lately', 0, '2026-11-20'],
      ['read long ago', 0, '2026-11-10'],
    ]);
  });

  test('names each speaker once, and counts by kind', () => {
    const [group] = groupsOf([
      item('1', 't', '2026-11-20', { kind: 'reply', answers: 'x', pseudonym: 'p' }),
      item('2', 't', '2026-11-20', { kind: 'mention', pseudonym: 'q' }),
      item('3', 't', '2026-11-20', { pseudonym: 'p' }),
    ]);
    expect(group && speakersOf(group)).toEqual(['p', 'q']);
    expect(group && countsOf(group)).toEqual({ replies: 1, mentions: 1, others: 1 });
  });
});
