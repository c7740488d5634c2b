import { expect, it } from 'vitest';
import { clock } from './clock.ts';
import { failing } from './lib/trial.ts';

it('a clock that is moved forth and back opens nothing again and signs nothing twice', async () => {
  const figures = await clock({ short: true, say: () => {} });
  expect(figures.length).toBeGreaterThan(4);
  expect(failing(figures)).toEqual([]);
}, 300_000);
