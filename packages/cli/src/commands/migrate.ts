import type { Settings } from '../config.ts';
import { createHouse } from '../house.ts';
import { elapsed, say } from '../say.ts';

/**
 * `teahouse migrate`: brings both databases to the schema of this version and ends. A plane migrates before it
 * serves, so opening both and closing them again is all there is to do.
 */
export async function migrate(settings: Settings): Promise<number> {
  const house = createHouse({ ...settings, port: 0, fixedPort: true }, () => {});
  try {
    const databases = await house.openDatabases();
    await house.openPlanes(databases, await house.openFront());
    say(`Both databases have the schema of this version, after ${elapsed()}.`);
    return 0;
  } finally {
    await house.close();
  }
}
