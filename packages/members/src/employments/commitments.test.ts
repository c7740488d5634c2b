import type { Me } from '@teahouse/contract/members';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erase } from '../testing/test-leaving.ts';
import { signInAgain, someone, start } from '../testing/test-people.ts';
import {
  type Browser,
  commit,
  commitmentOf,
  foundCompany,
  openTown,
  signUp,
  someSeed,
  type Town,
  verify,
} from '../testing/test-town.ts';

let town: Town;
let founder: Browser;
beforeAll(async () => {
  town = await openTown();
  founder = await signUp(town, 'founder@home.test');
  await foundCompany(town, founder, 'harbour.com', 'logistics');
  await foundCompany(town, founder, 'garden.com', 'games');
});
afterAll(() => town.close());

describe('a commitment', () => {
  it('needs an employment, and a proof of opening', async () => {
    const browser = await someone(town);
    expect((await commit(town, browser, someSeed())).code).toBe('no-employment');
    await verify(town, browser, 'proof@harbour.com');
    const broken = Buffer.from(commitmentOf(town, someSeed()), 'base64url');
    broken[100]! ^= 1;
    const send = (commitment: string) => browser.call('POST', '/commitment', { commitment });
    expect((await send(broken.toString('base64url'))).code).toBe('commitment-invalid');
    expect((await send('AAAA')).code).toBe('commitment-invalid');
    expect((await send('')).code).toBe('commitment-invalid');
  });

  it('is pinned to the account and to each mailbox, also to one proved later', async () => {
    const browser = await someone(town);
    const seed = someSeed();
    await verify(town, browser, 'first@harbour.com');
    const pinned = await commit(town, browser, seed);
    expect(pinned.body).toMatchObject({ committed: true, commitment: { next: null } });
    expect(pinned.body.employments[0]).toMatchObject({ credentialFrom: '2026-11' });
    const second = await verify(town, browser, 'first@garden.com');
    expect(second.body.employments.map(({ credentialFrom }) => credentialFrom)).toEqual([
      '2026-11',
      '2026-11',
    ]);
    const point = Buffer.from(pinned.body.commitment!.point, 'base64url');
    const { rows } = await town.db.pool.query(
      'SELECT count(*)::int AS n FROM evidence_pins WHERE point = $1',
      [point],
    );
    expect(rows[0].n).toBe(2);
    expect((await commit(town, browser, seed)).body.commitment).toEqual(pinned.body.commitment);
  });

  it('gives way to another one only when that is meant, from the next epoch on, twice a year', async () => {
    const own = await openTown();
    const browser = await someone(own);
    await foundCompany(own, browser, 'harbour.com');
    await verify(own, browser, 'lost@harbour.com');
    const seeds = [someSeed(), someSeed(), someSeed(), someSeed()] as const;
    const pinned = await commit(own, browser, seeds[0]);
    expect((await commit(own, browser, seeds[1])).code).toBe('commitment-pinned');
    const replaced = await commit(own, browser, seeds[1], true);
    expect(replaced.body.commitment).toEqual({ point: pinned.body.commitment!.point, next: '2026-12' });
    own.clock.set('2026-12-05T00:00:00Z');
    const me = await browser.call<Me>('GET', '/me');
    expect(me.body.commitment).toEqual({ point: commitmentOf(own, seeds[1]).slice(0, 64), next: null });
    expect((await commit(own, browser, seeds[2], true)).status).toBe(200);
    expect((await commit(own, browser, seeds[3], true)).status).toBe(200); // in the place of the one that waits
    own.clock.set('2027-01-03T00:00:00Z');
    await signInAgain(browser);
    expect((await commit(own, browser, seeds[2], true)).code).toBe('commitment-limit');
    await own.close();
  });

  it('of a mailbox outlives the account: another one waits for the next epoch', async () => {
    const own = await openTown();
    const first = await someone(own);
    await foundCompany(own, first, 'harbour.com');
    await verify(own, first, 'back@harbour.com');
    const seed = someSeed();
    await commit(own, first, seed);
    await erase(own, first);
    expect((await own.db.pool.query('SELECT FROM evidence_pins')).rowCount).toBe(1);
    const second = await someone(own);
    await verify(own, second, 'back@harbour.com');
    expect((await commit(own, second, someSeed())).code).toBe('commitment-pinned');
    expect((await second.call<Me>('GET', '/me')).body.committed).toBe(false); // nothing half written
    const waiting = await commit(own, second, someSeed(), true);
    expect(waiting.body.employments[0]).toMatchObject({ credentialFrom: '2026-12' });
    await own.close();
  });

  it('with the secrets of a deleted account is taken up again at once', async () => {
    const own = await openTown();
    const first = await someone(own);
    await foundCompany(own, first, 'harbour.com');
    await verify(own, first, 'same@harbour.com');
    const seed = someSeed();
    await commit(own, first, seed);
    await erase(own, first);
    const second = await someone(own);
    await verify(own, second, 'same@harbour.com');
    const again = await commit(own, second, seed);
    expect(again.body.employments[0]).toMatchObject({ credentialFrom: '2026-11' });
    await own.close();
  });

  it('is one, of two different ones at once', async () => {
    const browser = await someone(town);
    await verify(town, browser, 'torn@harbour.com');
    const replies = await Promise.all([0, 1, 2, 3].map(() => commit(town, browser, someSeed())));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ code }) => code === 'commitment-pinned')).toHaveLength(3);
  });

  it('is pinned to a mailbox that is confirmed at the same moment', async () => {
    const browser = await someone(town);
    await verify(town, browser, 'near@harbour.com');
    const { employment } = (await start(browser, 'near@garden.com')).body;
    const { code } = await town.mailTo('near@garden.com');
    await Promise.all([
      commit(town, browser, someSeed()),
      browser.call('POST', `/employments/${employment}/confirm`, { code }),
    ]);
    const { body } = await browser.call<Me>('GET', '/me');
    expect(body.employments.map(({ credentialFrom }) => credentialFrom)).toEqual(['2026-11', '2026-11']);
  });
});
