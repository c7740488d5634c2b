import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { webHeaders } from '../../packages/cli/src/front/headers.ts';
import type { Town } from '../journeys/house.ts';
import { type Look, person } from '../lib/person.ts';
import { openStaticHouse } from '../lib/static-house.ts';
import { buildPicturesPage } from './build.ts';
import { onTheDevice } from './device.ts';
import { reading } from './reading.ts';
import { writing } from './writing.ts';

/** The parts for pictures by themselves, under the app's own policy; they complain of nothing and ask nobody. */
export async function pictures(town: Town, look: Look): Promise<void> {
  const folder = await buildPicturesPage();
  const house = await openStaticHouse(folder, webHeaders('http://localhost'));
  const who = await person(town.browser, house.origin, 'Painter', look);
  await who.page.goto(`/?lang=${look.lang}&theme=${look.theme}`);
  await who.page.locator('form').waitFor();
  town.runner.begin();
  await onTheDevice(town, who);
  await writing(town, who);
  await reading(town, who);
  await town.runner.step('preparing pictures sent nothing, and broke no rule of the policy', async () => {
    await who.settle();
    assert.deepEqual(who.complaints, []);
    assert.deepEqual(
      who.requests.filter(({ method, body }) => method !== 'GET' || body !== ''),
      [],
    );
  });
  await who.context.close();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
}
