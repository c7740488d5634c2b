import type { Figure } from '../bench/figures.ts';
import { epochRules } from './lib/clock-epochs.ts';
import { withTown } from './lib/clock-stage.ts';
import { tokenRules } from './lib/clock-tokens.ts';
import { exactly, type TrialOptions } from './lib/trial.ts';

/** A clock that is moved forth and back over every border there is: what was closed stays closed, nothing is signed twice. */
export async function clock({ say }: TrialOptions): Promise<Figure[]> {
  say('epochs and grace days');
  const epochs = await withTown('2026-11-18T09:00:00Z', epochRules);
  say('draws, token keys and refunds');
  const tokens = await withTown('2026-11-16T09:00:00Z', tokenRules);
  return Object.entries({ ...epochs, ...tokens }).map(([rule, breaches]) =>
    exactly(`trials.clock.${rule}`, breaches.length, 'breaches', 0, breaches[0] ?? ''),
  );
}
