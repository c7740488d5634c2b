import { describe, expect, it } from 'vitest';
import type { Figure } from '../bench/figures.ts';
import { withPlace } from './lib/place.ts';
import { failing } from './lib/trial.ts';
import { onceIn } from './once.ts';
import { spendIn } from './spend.ts';

const options = { short: true, say: () => {} };

describe('many at once, in a town of real processes', { timeout: 300_000 }, () => {
  it('spend a token once, and are counted once', async () => {
    const figures = await withPlace<Figure[]>(async (place) => [
      ...(await spendIn(place, options)),
      ...(await onceIn(place, options)),
    ]);
    expect(failing(figures)).toEqual([]);
  });
});
