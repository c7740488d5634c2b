import type { Me } from '@teahouse/contract/members';
import { describe, expect, it } from 'vitest';
import { employ, fetchOwn, openWithCompanies, signInAgain, someone } from '../testing/test-people.ts';
import { type Browser, commit, someSeed, verify } from '../testing/test-town.ts';

const employments = async (browser: Browser) => (await browser.call<Me>('GET', '/me')).body.employments;
const leave = (browser: Browser, employment = '') => browser.call('POST', `/employments/${employment}/leave`);
const standings = async (person: Awaited<ReturnType<typeof employ>>, epoch: string) =>
  (await fetchOwn(person)).credentials
    .filter((one) => one.epoch === epoch)
    .map(({ company, standing }) => `${company} ${standing}`);

describe('leaving an employer', () => {
  it('ends the employment with the day: former from the next one on, with the credential of that in the next epoch', async () => {
    const town = await openWithCompanies();
    const person = await employ(town, 'harbour.com');
    await town.members.runBatch();
    expect(await standings(person, '2026-11')).toEqual(['harbour current']);
    const [job] = await employments(person.browser);
    expect((await leave(person.browser, job?.id)).status).toBe(204);
    expect(await employments(person.browser)).toMatchObject([{ expires: '2026-11-10', standing: 'current' }]);
    town.clock.set('2026-11-11T00:00:00Z');
    expect(await employments(person.browser)).toMatchObject([{ expires: '2026-11-10', standing: 'former' }]);
    await town.members.runBatch();
    // What was signed for this epoch counts to its end (protocol.md 1.4).
    expect(await standings(person, '2026-11')).toEqual(['harbour current']);
    town.clock.set('2026-12-01T04:00:00Z');
    await town.members.runBatch();
    expect(await standings(person, '2026-12')).toEqual(['harbour former']);
    const counts = await town.db.pool.query(
      "SELECT standing, n FROM credential_counts WHERE epoch = '2026-12'",
    );
    expect(counts.rows).toEqual([{ standing: 'former', n: 1 }]);
  });

  it('that is done before the first credential was signed leaves none as current', async () => {
    const town = await openWithCompanies();
    const person = await employ(town, 'harbour.com');
    await leave(person.browser, (await employments(person.browser))[0]?.id);
    town.clock.set('2026-11-11T03:00:00Z');
    await town.members.runBatch();
    expect(await standings(person, '2026-11')).toEqual([]);
    town.clock.set('2026-12-01T04:00:00Z');
    await town.members.runBatch();
    expect(await standings(person, '2026-12')).toEqual(['harbour former']);
  });

  it('leaves the other employer alone', async () => {
    const town = await openWithCompanies();
    const person = await employ(town, 'harbour.com');
    await verify(town, person.browser, 'second@garden.com');
    await town.members.runBatch();
    expect(await standings(person, '2026-11')).toEqual(['garden current', 'harbour current']);
    const job = (await employments(person.browser)).find(({ company }) => company.id === 'harbour');
    await leave(person.browser, job?.id);
    town.clock.set('2026-12-01T04:00:00Z');
    await town.members.runBatch();
    expect(await standings(person, '2026-12')).toEqual(['garden current', 'harbour former']);
  });

  it('is the way of its own member alone, once, and of what still stands', async () => {
    const town = await openWithCompanies();
    const [person, other] = [await employ(town, 'harbour.com'), await someone(town)];
    const id = (await employments(person.browser))[0]?.id;
    expect((await leave(other, id)).code).toBe('employment-unknown');
    expect((await leave(person.browser, '00000000-0000-4000-8000-000000000000')).code).toBe(
      'employment-unknown',
    );
    expect((await leave(person.browser, id)).status).toBe(204);
    town.clock.set('2026-11-11T00:00:00Z');
    expect((await leave(person.browser, id)).code).toBe('employment-unknown');
  });

  it('hands the mailbox to somebody else: theirs from the next day, pinned anew from the next epoch', async () => {
    const town = await openWithCompanies();
    const [old, young] = [await someone(town), await someone(town)];
    await verify(town, old, 'desk@harbour.com');
    await commit(town, old, someSeed());
    await leave(old, (await employments(old))[0]?.id);
    expect((await verify(town, young, 'desk@harbour.com')).code).toBe('mailbox-taken');
    town.clock.set('2026-11-11T00:00:00Z');
    const seed = someSeed();
    expect((await verify(town, young, 'desk@harbour.com')).status).toBe(200);
    const waiting = await commit(town, young, seed, true);
    // In November the mailbox has had its voice.
    expect(waiting.body.employments).toMatchObject([{ standing: 'current', credentialFrom: '2026-12' }]);
    await town.members.runBatch();
    expect(await standings({ browser: young, seed }, '2026-11')).toEqual([]);
    town.clock.set('2026-12-01T04:00:00Z');
    await town.members.runBatch();
    expect(await standings({ browser: young, seed }, '2026-12')).toEqual(['harbour current']);
  });
});

describe('an employment', () => {
  it('that runs out is former, and proving it anew makes it current again with the same pin', async () => {
    const town = await openWithCompanies();
    const [browser, seed] = [await someone(town), someSeed()];
    await verify(town, browser, 'stay@harbour.com');
    await commit(town, browser, seed);
    town.clock.set('2027-05-11T00:00:00Z');
    await signInAgain(browser);
    expect(await employments(browser)).toMatchObject([{ standing: 'former' }]);
    await verify(town, browser, 'stay@harbour.com');
    expect(await employments(browser)).toMatchObject([{ standing: 'current', expires: '2027-11-11' }]);
    await town.members.runBatch();
    expect(await standings({ browser, seed }, '2027-05')).toEqual(['harbour current']);
  });

  it('that is proven again before it ends goes on for another half year', async () => {
    const town = await openWithCompanies();
    const browser = await someone(town);
    await verify(town, browser, 'early@harbour.com');
    town.clock.set('2027-05-01T00:00:00Z');
    await signInAgain(browser);
    await verify(town, browser, 'early@harbour.com');
    expect(await employments(browser)).toMatchObject([{ standing: 'current', expires: '2027-11-01' }]);
  });
});
