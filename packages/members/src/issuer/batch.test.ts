import { createHash } from 'node:crypto';
import { openSecrets } from '@teahouse/kit/secrets';
import { checkCredential, fromBase64url, issuerKeyId, type Rng } from '@teahouse/protocol';
import { describe, expect, it, onTestFinished } from 'vitest';
import { erase } from '../testing/test-leaving.ts';
import {
  employ,
  employAll,
  fetchOwn,
  lastWorker,
  openWithCompanies,
  type Person,
  published,
  signInAgain,
} from '../testing/test-people.ts';
import { commit, openTwin, signUp, someSeed, verify } from '../testing/test-town.ts';
import { rotateIssuerKey } from './key.ts';

describe('a batch', () => {
  it('signs each pinned commitment once, so that its holder accepts it under the published key', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await verify(town, one.browser, 'second.job@garden.com');
    expect((await fetchOwn(one)).credentials).toEqual([]);
    expect(await town.members.runBatch()).toEqual({ epoch: '2026-11', issued: 2, first: true });
    expect(await town.members.runBatch()).toEqual({ epoch: '2026-11', issued: 0, first: false });
    const { credentials } = await fetchOwn(one);
    expect(credentials.map(({ company, industry, standing }) => [company, industry, standing])).toEqual([
      ['garden', 'games', 'current'],
      ['harbour', 'logistics', 'current'],
    ]);
    const [key] = (await published(town)).body.keys;
    const issuerPublicKey = fromBase64url(key!.publicKey);
    expect(key!.id).toBe(issuerKeyId(issuerPublicKey));
    for (const { key: signedBy, signature, leaf: _, ...credential } of credentials) {
      expect(signedBy).toBe(key!.id);
      const { bbs } = town.members.context;
      const held = { bbs, issuerPublicKey, signature: fromBase64url(signature), credential };
      expect(() => checkCredential({ ...held, seed: one.seed })).not.toThrow();
      expect(() => checkCredential({ ...held, seed: someSeed() })).toThrow();
    }
  });

  it('signs each once also when several run at once, on several machines', async () => {
    const town = await openWithCompanies();
    await employAll(town, 6);
    const twin = await openTwin(town);
    onTestFinished(() => twin.close());
    const results = await Promise.all(
      [town, { members: twin }, town].map(({ members }) => members.runBatch()),
    );
    expect(results.reduce((sum, { issued }) => sum + issued, 0)).toBe(6);
    expect(results.filter(({ first }) => first)).toHaveLength(1);
    const { rows } = await town.db.pool.query(
      'SELECT count(*)::int AS n, count(DISTINCT employment_id)::int AS d FROM credentials',
    );
    expect(rows[0]).toEqual({ n: 6, d: 6 });
    expect((await published(town)).body.counts.map(({ n }) => n)).toEqual([6]);
  });

  it('is written in one transaction and in random order, not in that of sign-up', async () => {
    const seeded = (seed: number): Rng => {
      let calls = 0;
      return (length) => {
        calls += 1;
        return createHash('shake256', { outputLength: length }).update(`${seed}/${calls}`).digest();
      };
    };
    const town = await openWithCompanies({ rng: seeded(1) });
    const size = 12;
    await employAll(town, size);
    const orders: number[][] = [];
    const arrival = await town.db.pool.query('SELECT id FROM employments ORDER BY ctid');
    for (let month = 0; month < 5; month += 1) {
      const now = new Date(Date.UTC(2026, 10 + month, 20));
      await town.members.runBatch({ now });
      const { rows } = await town.db.pool.query(
        'SELECT employment_id AS id, xmin::text FROM credentials WHERE epoch = $1 ORDER BY ctid',
        [now.toISOString().slice(0, 7)],
      );
      expect(rows).toHaveLength(size);
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
      orders.push(rows.map(({ id }) => arrival.rows.findIndex((row) => row.id === id)));
    }
    expect(new Set(orders.map(String)).size).toBe(5);
    // Spearman's correlation of arrival and place over 60 rows: beyond 0.5 has p < 0.0001.
    const distance = orders.flatMap((order) => order.map((from, place) => (from - place) ** 2));
    const rho = 1 - (6 * distance.reduce((a, b) => a + b)) / 5 / (size * (size ** 2 - 1));
    expect(Math.abs(rho)).toBeLessThan(0.5);
  });

  it('leaves out who was deleted while it was signing', async () => {
    const town = await openWithCompanies();
    const [gone] = (await employAll(town, 3)) as [Person];
    const batch = town.members.runBatch();
    await erase(town, gone.browser);
    expect((await batch).issued).toBeLessThanOrEqual(3);
    const { rows } = await town.db.pool.query('SELECT count(*)::int AS n FROM credentials');
    expect(rows[0].n).toBe(2);
  });

  it('signs nobody twice in an epoch for one mailbox, whose first account was deleted', async () => {
    const town = await openWithCompanies();
    const first = await signUp(town, 'first@home.test');
    await verify(town, first, 'puppet@harbour.com');
    await commit(town, first, someSeed());
    await town.members.runBatch();
    await erase(town, first);
    const second = await signUp(town, 'second@home.test');
    await verify(town, second, 'puppet@harbour.com');
    await commit(town, second, someSeed(), true);
    expect((await town.members.runBatch()).issued).toBe(0);
    town.clock.set('2026-12-01T03:00:00Z');
    expect((await town.members.runBatch()).issued).toBe(1);
  });

  it('signs a new commitment from the next epoch on', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com');
    await town.members.runBatch();
    const seed = someSeed();
    await commit(town, one.browser, seed, true);
    expect((await town.members.runBatch()).issued).toBe(0);
    town.clock.set('2026-12-01T03:00:00Z');
    await town.members.runBatch();
    const { credentials } = await fetchOwn(one);
    expect(credentials.map(({ epoch }) => epoch)).toEqual(['2026-12', '2026-11']);
    const { key: _key, leaf: _leaf, signature, ...credential } = credentials[0]!;
    const issuerPublicKey = fromBase64url((await published(town)).body.keys[0]!.publicKey);
    const { bbs } = town.members.context;
    const held = { bbs, issuerPublicKey, signature: fromBase64url(signature), credential };
    expect(() => checkCredential({ ...held, seed })).not.toThrow();
    expect(() => checkCredential({ ...held, seed: one.seed })).toThrow();
  });

  it('signs a lapsed employment as former from the next epoch on, and a renewed one as current', async () => {
    const town = await openWithCompanies();
    const one = await employ(town, 'harbour.com'); // until 2027-05-10
    const standings = async (now: string) => {
      town.clock.set(now);
      await town.members.runBatch();
      await signInAgain(one.browser);
      const { credentials } = await fetchOwn(one);
      return credentials.map(({ epoch, standing }) => `${epoch} ${standing}`);
    };
    expect(await standings('2027-05-10T23:00:00Z')).toEqual(['2027-05 current']);
    expect(await standings('2027-05-11T03:00:00Z')).toEqual(['2027-05 current']);
    expect(await standings('2027-06-01T03:00:00Z')).toEqual(['2027-06 former', '2027-05 current']);
    await verify(town, one.browser, lastWorker('harbour.com'));
    expect(await standings('2027-06-02T03:00:00Z')).toEqual([
      '2027-06 current',
      '2027-06 former',
      '2027-05 current',
    ]);
  });

  it('of an epoch that has begun signs with its key to the end, and the next one with the newest key', async () => {
    const town = await openWithCompanies();
    const { bbs, rng } = town.members.context;
    await employ(town, 'harbour.com');
    await town.members.runBatch();
    const secrets = openSecrets(town.secrets);
    const rotated = [
      rotateIssuerKey(secrets, bbs, rng, '2026-11'),
      rotateIssuerKey(secrets, bbs, rng, '2026-12'),
    ];
    expect(rotated.map(({ file }) => file)).toEqual(['issuer-2026-11.key', 'issuer-2026-12.key']);
    rotateIssuerKey(secrets, bbs, rng, '2027-03');
    expect(rotateIssuerKey(secrets, bbs, rng, '2026-12')).toEqual({ ...rotated[1], made: false });
    const newcomer = await employ(town, 'harbour.com');
    expect((await town.members.runBatch()).issued).toBe(1);
    const old = (await published(town)).body.keys.map(({ id }) => id);
    expect((await fetchOwn(newcomer)).credentials[0]?.key).toBe(old[0]);
    town.clock.set('2026-12-01T03:00:00Z');
    expect(await town.members.runBatch()).toMatchObject({ issued: 2, first: true });
    const { keys } = (await published(town)).body;
    expect(keys.map(({ id, epochs }) => [id, epochs])).toEqual([
      [old[0], ['2026-11']],
      [rotated[1]?.id, ['2026-12']],
    ]);
    expect(fromBase64url(keys[1]!.publicKey)).toEqual(rotated[1]?.publicKey);
    expect(() => rotateIssuerKey(secrets, bbs, rng, 'soon')).toThrow(TypeError);
  });

  it('of an epoch whose key is gone waits for the next epoch', async () => {
    const town = await openWithCompanies();
    const { bbs, rng } = town.members.context;
    const secrets = openSecrets(town.secrets);
    rotateIssuerKey(secrets, bbs, rng, '2026-11');
    await employ(town, 'harbour.com');
    await town.members.runBatch();
    secrets.remove('issuer-2026-11.key');
    await employ(town, 'harbour.com');
    expect((await town.members.runBatch()).issued).toBe(0);
    expect(town.log.join('')).toContain('issuer-key-missing');
    town.clock.set('2026-12-01T03:00:00Z');
    expect((await town.members.runBatch()).issued).toBe(2);
  });

  it('never begins an epoch before one that has begun, whatever the clock says', async () => {
    const town = await openWithCompanies();
    await employ(town, 'harbour.com');
    await town.members.runBatch({ now: new Date('2027-01-05') });
    expect((await town.members.runBatch()).issued).toBe(0);
    expect(town.log.join('')).toContain('epoch-past');
    expect((await published(town)).body.issued).toEqual(['2027-01']);
  });
});
