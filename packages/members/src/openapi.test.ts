import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from './testing/test-town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

// What goes over the wire changes in a diff that somebody reads: `npx vitest run packages/members/src/openapi.test.ts -u` writes it anew.
it('is described by the document that was last looked at', async () => {
  const { body } = await town.browser().call('GET', '/openapi.json');
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot('openapi.json');
});
