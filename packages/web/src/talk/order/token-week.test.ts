import type { OwnNotice } from '@teahouse/client';
import { expect, it } from 'vitest';
import { dayOfWeek, losses, nextDraw } from './token-week.ts';

it('begins the week on Monday, and draws next on the Monday after, in UTC', () => {
  const sunday = Date.parse('2026-11-22T23:59:59Z');
  const monday = Date.parse('2026-11-23T00:00:00Z');
  expect([dayOfWeek(sunday), dayOfWeek(monday)]).toEqual([6, 0]);
  expect(nextDraw(sunday)).toBe(monday);
  expect(nextDraw(monday)).toBe(Date.parse('2026-11-30T00:00:00Z'));
});

it('counts as lost what was removed or kept back, unless that did not hold', () => {
  const notice = (action: OwnNotice['action'], appeal: OwnNotice['appeal'] = null): OwnNotice => ({
    ...{
      id: `${action}-${appeal}`,
      room: 'square',
      thread: 't',
      post: action,
      pseudonym: 'me',
      action,
      appeal,
    },
    ...{ rule: 'insult', words: 'w', by: 'moderator', caution: null, minutes: null, day: '2026-11-22' },
    ...{ appealUntil: null, logged: null, read: true },
  });
  const restored = { ...notice('restore'), post: 'ban-picture' };
  const all = [
    notice('ban-picture'),
    restored,
    notice('remove'),
    notice('remove', 'granted'),
    notice('forfeit'),
    notice('caution'),
  ];
  expect(losses(all).map(({ id }) => id)).toEqual(['remove-null', 'forfeit-null']);
});
