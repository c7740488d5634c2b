import { describe, expect, it } from 'vitest';
import { createPresence } from './presence.ts';

const noted = (n: number, change = {}) => ({
  ...{ session: `session ${n}`, account: 'lin', generation: 0, expires: '2026-12-10', device: 'Firefox' },
  ...change,
});
const names = (presence: ReturnType<typeof createPresence>, generation = 0) =>
  presence.list({ account: 'lin', generation }).map(({ session }) => session);

describe('what a process remembers of sessions', () => {
  it('is bounded: the earliest are forgotten, of those seen and of those that signed out', () => {
    const presence = createPresence(2);
    for (const n of [1, 2, 1, 3]) presence.note(noted(n));
    expect(names(presence)).toEqual(['session 2', 'session 3']);
    for (const n of [1, 2, 3]) presence.end(noted(n));
    expect([1, 2, 3].map((n) => presence.hasEnded(`session ${n}`))).toEqual([false, true, true]);
    expect(names(presence)).toEqual([]);
  });

  it('keeps the order of the first time, so that it does not tell who came last', () => {
    const presence = createPresence();
    for (const n of [1, 2, 1]) presence.note(noted(n));
    expect(names(presence)).toEqual(['session 1', 'session 2']);
  });

  it('lists the present generation of one account', () => {
    const presence = createPresence();
    presence.note(noted(1));
    presence.note(noted(2, { account: 'mo' }));
    presence.note(noted(3, { generation: 1 }));
    expect(names(presence)).toEqual(['session 1']);
    presence.note(noted(1, { generation: 1 }));
    expect(names(presence, 1).toSorted()).toEqual(['session 1', 'session 3']);
  });

  it('forgets what has expired, and deleted accounts', () => {
    const presence = createPresence();
    presence.note(noted(1));
    presence.note(noted(2, { expires: '2026-12-11' }));
    presence.end(noted(3));
    presence.sweep('2026-12-10');
    expect(presence.hasEnded('session 3')).toBe(true);
    presence.sweep('2026-12-11');
    expect(presence.hasEnded('session 3')).toBe(false);
    expect(names(presence)).toEqual(['session 2']);
    presence.forget('lin');
    expect(names(presence)).toEqual([]);
  });
});
