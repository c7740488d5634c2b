import { afterAll, beforeAll, expect, it } from 'vitest';
import { call } from './testing/holder.ts';
import { startTown, type Town } from './testing/town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

// What goes over the wire changes in a diff that somebody reads: `npx vitest run packages/talk/src/openapi.test.ts -u` writes it anew.
it('is described by the document that was last looked at', async () => {
  const { body } = await call(town, 'GET', '/openapi.json');
  await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot('openapi.json');
});
