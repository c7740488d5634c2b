import { countStatements } from '@teahouse/kit/pool';
import { expect, it } from 'vitest';
import { sweep } from '../sweep.ts';
import { employ, lastWorker, openWithCompanies, signInAgain, start } from '../testing/test-people.ts';
import { commit, password, type Town, verify } from '../testing/test-town.ts';

/** Every row of every table, with where it lies and which transactions touched it, and the size of every file. */
async function everything(town: Town): Promise<Record<string, unknown>> {
  const { rows: tables } = await town.db.pool.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['accounts', 'ended_sessions']));
  const all: Record<string, unknown> = {};
  for (const { name } of tables) {
    const sql = `SELECT t::text AS row, ctid::text, xmin::text, xmax::text FROM ${name} t ORDER BY ctid`;
    const { rows } = await town.db.pool.query(sql);
    const { rows: sizes } = await town.db.pool.query(
      `SELECT pg_table_size('${name}'::regclass) - pg_relation_size('${name}'::regclass, 'fsm')
         - pg_relation_size('${name}'::regclass, 'vm') AS size`,
    );
    all[name] = [rows, sizes[0].size];
  }
  return all;
}

const writes = /\b(insert|update|delete|truncate|for (no key |key )?(update|share)|lock)\b/i;

it('signing in, being here for days and signing out leave every table as it was', async () => {
  const town = await openWithCompanies();
  const { browser, seed } = await employ(town, 'harbour.com');
  await town.members.runBatch();
  await sweep(town.members.context.pool, town.clock.now(), '2026-11-10');
  const before = await everything(town);

  const { statements } = await countStatements(async () => {
    expect((await browser.call('DELETE', '/session')).status).toBe(204);
    expect((await browser.call('POST', '/session', { email: 'no@home.test', password })).status).toBe(401);
    for (let day = 0; day < 12; day += 1) {
      if (day % 4 === 0) expect((await signInAgain(browser)).status).toBe(200);
      for (const path of ['/me', '/sessions', '/credentials']) {
        expect((await browser.call('GET', path)).status).toBe(200);
      }
      expect((await commit(town, browser, seed)).status).toBe(200); // the same point again
      if (day % 4 === 3) expect((await browser.call('DELETE', '/session')).status).toBe(204);
      town.clock.advance(86_400_000);
      await sweep(town.members.context.pool, town.clock.now(), '2026-11-10');
    }
  });

  expect(await everything(town)).toEqual(before);
  const sweeps = /^DELETE FROM \w+\s+WHERE (expires|until|withdrawn|kind = 'draft' AND day|day)\b/;
  expect(statements.filter((text) => writes.test(text) && !sweeps.test(text))).toEqual([]);
});

it('the comparison sees a row written, and a row that was only locked', async () => {
  const town = await openWithCompanies();
  const before = await everything(town);
  await town.db.pool.query('SELECT FROM accounts FOR NO KEY UPDATE');
  expect(await everything(town)).not.toEqual(before);
});

it('resets and new addresses leave no pages behind, once no code is waiting', async () => {
  const town = await openWithCompanies();
  const pool = town.db.pool;
  const { browser } = await employ(town, 'harbour.com');
  await browser.call('POST', '/reset', { email: 'nobody@home.test', locale: 'en' });
  await browser.call('POST', '/me/email', { proof: { password }, email: 'next@home.test' });
  const pages = async () =>
    (
      await pool.query(
        `SELECT pg_relation_size('resets') AS resets, pg_relation_size('email_codes') AS emails`,
      )
    ).rows[0];
  expect(await pages()).toEqual({ resets: '8192', emails: '8192' });
  const { rows } = await pool.query<{ logged: boolean }>(
    "SELECT relpersistence <> 'u' AS logged FROM pg_class WHERE relname IN ('resets', 'email_codes')",
  );
  expect(rows).toEqual([{ logged: false }, { logged: false }]); // never in the WAL
  town.clock.advance(2 * 3_600_000);
  await sweep(pool, town.clock.now(), '2026-11-10');
  expect(await pages()).toEqual({ resets: '0', emails: '0' });
});

it('codes leave no pages behind, once none is waiting', async () => {
  const town = await openWithCompanies();
  const pool = town.db.pool;
  const { browser } = await employ(town, 'harbour.com');
  const pages = async () =>
    (await pool.query(`SELECT pg_relation_size('sign_ups') AS ups, pg_relation_size('work_codes') AS work`))
      .rows[0];
  const clean = (now = town.clock.now()) => sweep(pool, now, '2026-11-10');
  expect(await pages()).toEqual({ ups: '8192', work: '8192' }); // used, and still to be read

  await start(browser, `other${lastWorker('garden.com')}`);
  await clean();
  expect(await pages()).toEqual({ ups: '0', work: '8192' });
  expect((await pool.query('SELECT FROM work_codes')).rowCount).toBe(1); // a code that waits stays

  town.clock.advance(3_600_000);
  const reader = await pool.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT FROM work_codes');
  await clean(); // in use: the pages wait for the next sweep
  expect(await pages()).toEqual({ ups: '0', work: '8192' });
  await reader.query('COMMIT');
  reader.release();
  await clean();
  expect(await pages()).toEqual({ ups: '0', work: '0' });
  expect((await verify(town, browser, `more${lastWorker('garden.com')}`)).status).toBe(200);
});
