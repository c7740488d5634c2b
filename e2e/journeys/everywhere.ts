import assert from 'node:assert/strict';
import { accessible, fits } from '../lib/check.ts';
import { shoot } from '../lib/runner.ts';
import type { Person, Town } from './house.ts';

/** Pages that no journey passes. */
const quiet = ['/account', '/dev/mailbox', '/about', '/signin', '/confirm', '/work'];

export async function otherPages({ runner }: Town, who: Person): Promise<void> {
  for (const path of quiet) {
    await runner.step(`${who.name} finds ${path} accessible and as wide as the window`, async () => {
      await who.go(path);
      await who.page.waitForLoadState('networkidle');
      await accessible(who, path);
      await fits(who, path);
      await shoot(who, `50${path.replaceAll('/', '-')}`);
    });
  }
}

/** What must hold of everything that was asked and said in a whole run, with so many requests to talk at the least. */
export async function held(
  { runner }: Town,
  everyone: readonly Person[],
  { leastToTalk = 50 } = {},
): Promise<void> {
  for (const who of everyone) await who.settle();

  await runner.step('no request to talk ever carried a cookie or an authorization', async () => {
    const toTalk = everyone.flatMap(({ requests }) =>
      requests.filter(({ url }) => url.pathname.startsWith('/api/talk/')),
    );
    assert.ok(toTalk.length > leastToTalk, `only ${toTalk.length} requests seen`);
    assert.deepEqual(
      toTalk.filter(({ cookie, authorization }) => cookie !== undefined || authorization !== undefined),
      [],
    );
    const named = everyone.flatMap(({ requests }) =>
      requests.filter(({ url, cookie }) => url.pathname.startsWith('/api/members/') && cookie),
    );
    assert.ok(named.length > 0, 'the members plane does get its cookie, so the check can fail');
  });

  await runner.step('nothing was asked of a foreign host', async () => {
    const hosts = new Set(
      everyone.flatMap(({ requests }) =>
        requests.map(({ url }) => (url.protocol === 'blob:' ? 'blob' : url.host)),
      ),
    );
    hosts.delete('blob');
    assert.equal(hosts.size, 1, [...hosts].join(', '));
  });

  await runner.step('the content policy was never violated and no error reached the console', async () => {
    assert.deepEqual(
      everyone.flatMap(({ name, complaints }) => complaints.map((text) => `${name}: ${text}`)),
      [],
    );
  });
}
