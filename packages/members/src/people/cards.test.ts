import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTown, type Town } from '../testing/test-town.ts';
import { readCards } from './cards.ts';

let town: Town;
const ids: string[] = [];
const at = (account: string | undefined) => ({ account, today: '2026-11-10' });
const run = (text: string, ...values: unknown[]) => town.db.pool.query(text, values);

beforeAll(async () => {
  town = await openTown();
  for (const name of ['Ann', 'Bo', 'Cy', 'Di']) {
    const { rows } = await run(
      `WITH one AS (INSERT INTO accounts (email, password, name, locale) VALUES ($1, '', $2, 'en') RETURNING id)
       INSERT INTO profiles (account_id, headline) SELECT id, 'Makes tea' FROM one RETURNING account_id AS id`,
      `${name}@mail.example`,
      name,
    );
    ids.push(rows[0].id);
  }
  // Ann - Bo - Cy, and Di by herself.
  for (const [one, other] of [
    [0, 1],
    [1, 2],
  ] as const)
    await run(
      `INSERT INTO connections VALUES ($1, $2, '2026-11-01'), ($2, $1, '2026-11-01')`,
      ids[one],
      ids[other],
    );
});
afterAll(() => town.close());

describe('cards', () => {
  it('tell how far away somebody is, to two steps', async () => {
    const cards = await readCards(town.db.pool, at(ids[0]), ids);
    expect(ids.map((id) => cards.get(id)?.degree)).toEqual([0, 1, 2, null]);
    expect(cards.get(ids[1]!)).toMatchObject({
      name: 'Bo',
      headline: 'Makes tea',
      photo: null,
      employer: null,
    });
    expect(cards.get(ids[1]!)?.handle).toMatch(/^m-[0-9a-f]{12}$/);
  });

  it('tell a visitor of open pages alone, and no distance', async () => {
    expect((await readCards(town.db.pool, at(undefined), ids)).size).toBe(0);
    await run(`UPDATE profiles SET page = 'everyone'`);
    const cards = await readCards(town.db.pool, at(undefined), ids);
    expect(ids.map((id) => cards.get(id)?.degree)).toEqual([null, null, null, null]);
  });

  it('count no steps over somebody who sleeps, and show them to nobody', async () => {
    await run(`UPDATE accounts SET leaves = '2026-11-17' WHERE id = $1`, ids[1]);
    const cards = await readCards(town.db.pool, at(ids[0]), ids);
    expect(ids.map((id) => cards.get(id)?.degree)).toEqual([0, undefined, null, null]);
    await run('UPDATE accounts SET leaves = NULL');
  });

  it('show nothing of who blocked the reader, nor of whom the reader blocked', async () => {
    await run('INSERT INTO blocks VALUES ($1, $2)', ids[3], ids[0]);
    expect((await readCards(town.db.pool, at(ids[0]), ids)).has(ids[3]!)).toBe(false);
    expect((await readCards(town.db.pool, at(ids[3]), ids)).has(ids[0]!)).toBe(false);
    expect((await readCards(town.db.pool, at(ids[1]), ids)).size).toBe(4);
  });
});
