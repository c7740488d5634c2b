import { describe, expect, it } from 'vitest';
import { daysLeft, subjectOf, withBallot, withReaction } from './counts.ts';

describe('what is shown while a vote is on its way', () => {
  it('moves the own reaction from one kind to another, and leaves out what nobody says', () => {
    expect(withReaction({ agree: 2 }, null, 'hug')).toEqual({ agree: 2, hug: 1 });
    expect(withReaction({ agree: 1 }, 'agree', 'hug')).toEqual({ hug: 1 });
    expect(withReaction({ agree: 1 }, 'agree', null)).toEqual({});
    expect(withReaction({ agree: 3 }, 'agree', 'agree')).toEqual({ agree: 3 });
  });

  it('counts a first ballot as one more, a changed one not', () => {
    expect(withBallot({ votes: [1, 0, 2], ballots: 3 }, null, [1])).toEqual({ votes: [1, 1, 2], ballots: 4 });
    expect(withBallot({ votes: [1, 0, 2], ballots: 3 }, [0], [1, 2])).toEqual({
      votes: [0, 1, 3],
      ballots: 3,
    });
  });
});

describe('a ballot', () => {
  const slot = '2026-11-01T10:00:00Z';
  it('is open for fourteen days', () => {
    expect(daysLeft(slot, Date.parse(slot))).toBe(14);
    expect(daysLeft(slot, Date.parse('2026-11-15T09:59:00Z'))).toBe(1);
    expect(daysLeft(slot, Date.parse('2026-11-15T10:00:00Z'))).toBe(0);
  });

  it('on a claim is for the people of the room’s company, else of the one its author speaks for', () => {
    const speaks = { kind: 'company', epoch: '2026-11', company: 'b', standing: 'current' } as const;
    expect(subjectOf({ company: 'a' }, speaks)).toBe('a');
    expect(subjectOf({ company: null }, speaks)).toBe('b');
    expect(subjectOf({ company: null }, { kind: 'alias', epoch: '2026-11' })).toBeNull();
    expect(subjectOf(undefined, speaks)).toBeNull();
  });
});
