import { describe, expect, it } from 'vitest';
import { failing } from './lib/trial.ts';
import { seenFor } from './town/tally.ts';
import { town } from './town.ts';

// Short form of `npm run trials -- --town`: three days, a fifth of the people.
describe('a room with trolls, spammers and a brigade in it', { timeout: 300_000 }, () => {
  it('is kept in order by one moderator, and ordinary members go on writing', async () => {
    const figures = await town({ short: true, say: () => {} });
    const value = (what: string) => figures.find(({ name }) => name === `trials.town.${what}`)?.value;
    expect(value('decided')).toBeGreaterThan(0);
    expect(value('posts')).toBeGreaterThan(0);
    // In three days of a hundred posts a single one is many per cent, and week one is not over; and who writes fourteen
    // posts before the first Monday may have to wait for the refunds of yesterday.
    const early = ['good-hidden', 'troll-posts-day', 'out-of-tokens'].map((what) => `trials.town.${what}`);
    expect(value('out-of-tokens')).toBeLessThan(2);
    expect(failing(figures.filter(({ name }) => !early.includes(name)))).toEqual([]);
  });
});

describe('how long a post was to be seen', () => {
  it('is from its first moment to the last where nobody decided', () => {
    expect(seenFor(10, [], 50)).toBe(40);
  });
  it('leaves out the time for which it was held, hidden or removed', () => {
    expect(
      seenFor(
        10,
        [
          { action: 'hold', at: 10 },
          { action: 'keep', at: 30 },
        ],
        50,
      ),
    ).toBe(20);
    expect(
      seenFor(
        10,
        [
          { action: 'hide', at: 20 },
          { action: 'keep', at: 30 },
        ],
        50,
      ),
    ).toBe(30);
    expect(
      seenFor(
        10,
        [
          { action: 'remove', at: 20 },
          { action: 'restore', at: 45 },
        ],
        50,
      ),
    ).toBe(15);
  });
  it('counts what was kept twice once', () => {
    expect(
      seenFor(
        0,
        [
          { action: 'keep', at: 10 },
          { action: 'keep', at: 20 },
        ],
        30,
      ),
    ).toBe(30);
  });
});
