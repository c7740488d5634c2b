import type { Settings } from '../config.ts';
import { createHouse } from '../house.ts';
import { say } from '../say.ts';
import { stopSignal } from '../stop-signal.ts';
import { clearHalfFilledTown, demolishTown, fillTown, needsPeople, SeedError } from '../town.ts';

/**
 * `teahouse seed [--anew] [-- options of the seed]`: fills an empty town with demo people and ends.
 * `--anew` throws away the town that is there. Returns the exit code.
 */
export async function seed(settings: Settings, args: readonly string[]): Promise<number> {
  if (settings.mode === 'production')
    throw new SeedError('Demo people have no place in TEAHOUSE_MODE=production.');
  const stop = stopSignal();
  const house = createHouse(settings, () => stop.abort());
  const anew = args.includes('--anew');
  const rest = args.filter((arg) => arg !== '--anew' && arg !== '--');
  try {
    const databases = await house.openDatabases(() => {
      if (anew) demolishTown(settings);
      else clearHalfFilledTown(settings);
    });
    if (!(await needsPeople({ ...settings, demo: true }, databases.talk))) {
      say('The town has people already. `npm run seed -- --anew` throws it away and fills another.');
      return 0;
    }
    await fillTown(settings, databases, stop.signal, rest);
    return 0;
  } finally {
    await house.close();
  }
}
