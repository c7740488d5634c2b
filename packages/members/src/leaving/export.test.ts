import type { Export } from '@teahouse/contract/members';
import { countStatements } from '@teahouse/kit/pool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey } from '../testing/test-passkey.ts';
import {
  type Browser,
  commit,
  foundCompany,
  openTown,
  password,
  signUp,
  someSeed,
  type Town,
  verify,
} from '../testing/test-town.ts';
import { exporters, notExported } from './exporters.ts';

let town: Town;
let ann: Browser;
beforeAll(async () => {
  town = await openTown();
  ann = await signUp(town, 'ann@home.test');
  await foundCompany(town, ann, 'harbour.com');
  await verify(town, ann, 'ann@harbour.com');
  await commit(town, ann, someSeed());
  await town.members.runBatch();
  await addPasskey(ann, { name: '<img src=x onerror=alert(1)>' });
  await ann.call('POST', '/me/tokens', {
    ...{ proof: { password }, name: '“Calendar” & more', scopes: ['account:read'], days: 30 },
  });
  const bo = await signUp(town, 'bo@home.test');
  await signUp(town, 'cy@home.test');
  const id = "(SELECT id FROM accounts WHERE email = $1 || '@home.test')";
  const put = (sql: string, ...who: string[]) => town.db.pool.query(sql, who);
  await put(
    `INSERT INTO connections SELECT a.id, b.id, '2026-11-01' FROM accounts a, accounts b
     WHERE a.email IN ('ann@home.test', 'bo@home.test') AND b.email IN ('ann@home.test', 'bo@home.test') AND a.id <> b.id`,
  );
  await put(`INSERT INTO blocks VALUES (${id}, ${id.replace('$1', '$2')})`, 'cy', 'ann');
  await put(
    `UPDATE profiles SET headline = $2 WHERE account_id = ${id}`,
    'ann',
    "</dd><script>alert('x')</script>",
  );
  await bo.call('DELETE', '/session');
});
afterAll(() => town.close());

/** Tables of the plane with a column that points to an account, or is called as if it did. */
async function tablesOfAccounts(): Promise<string[]> {
  const { rows } = await town.db.pool.query<{ name: string }>(
    `SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND (
       EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.confrelid = 'accounts'::regclass)
       OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'account_id'))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

describe('the export', () => {
  it('has every table that points to an account, or a reason why not', async () => {
    const told = [...exporters.flatMap(({ tables }) => tables), ...Object.keys(notExported)];
    const known = await tablesOfAccounts();
    expect(known).toContain('passkeys'); // the question finds something
    expect(known.filter((table) => !told.includes(table))).toEqual([]);
    expect(told.filter((table) => table !== 'accounts' && !known.includes(table))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
    for (const reason of Object.values(notExported)) expect(reason.length).toBeGreaterThan(20);
  });

  it('has what members keeps of somebody, as JSON to save', async () => {
    const { body, headers } = await ann.call<Export>('GET', '/me/export');
    expect(headers['content-disposition']).toBe('attachment; filename="teahouse.json"');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      ...{ format: 'teahouse-export-1', day: '2026-11-10' },
      parts: {
        account: {
          ...{ email: 'ann@home.test', name: 'Lin', hasPassword: true },
          passkeys: [{ name: '<img src=x onerror=alert(1)>' }],
          accessTokens: [{ name: '“Calendar” & more', scopes: ['account:read'] }],
        },
        work: {
          employments: [
            { evidence: 'mailbox-code', credentials: [{ epoch: '2026-11', standing: 'current' }] },
          ],
          commitments: [{ from: '2026-11' }],
        },
        network: { connections: [{ with: { name: 'Lin' }, since: '2026-11-01' }], blocked: [], followers: 0 },
      },
      remains: { pins: 1 },
    });
  });

  it('has no secret, no address of anybody else, and not who blocks them', async () => {
    const { body } = await ann.call<Export>('GET', '/me/export');
    const text = JSON.stringify(body);
    const { rows } = await town.db.pool.query(
      `SELECT password AS secret FROM accounts UNION ALL SELECT encode(hash, 'hex') FROM access_tokens`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { secret } of rows) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/argon2|bo@home|cy@home|blockedBy/);
    // No time finer than a day.
    expect(text).not.toMatch(/\d{4}-\d\d-\d\dT|\d\d:\d\d/);
  });

  it('is a page too: all that people wrote is escaped, nothing runs and nothing is loaded', async () => {
    const { cookies } = ann;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = await town.members.app.inject({ url: '/api/members/me/export.html', headers: { cookie } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-disposition']).toBe('attachment; filename="teahouse.html"');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page.body).toContain('“Calendar” &amp; more');
    expect(page.body).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)|href=|src=(?!x onerror)/);
    expect(page.body).toContain('What would outlive the account');
    expect(page.body).toContain('2026-11');
  });

  it('is a statement for each part, in one snapshot, and ten times an hour at most', async () => {
    const fresh = await signUp(town, 'often@home.test');
    const { statements } = await countStatements(() => fresh.call('GET', '/me/export'));
    // Beside them the session, what other processes are told about the ten, and what would outlive the account.
    expect(statements.length).toBeLessThanOrEqual(exporters.length + 3);
    for (let n = 1; n < 10; n += 1) expect((await fresh.call('GET', '/me/export')).status).toBe(200);
    expect((await fresh.call('GET', '/me/export')).code).toBe('too-many');
  });

  it('is of whoever is signed in, in the language of their mails', async () => {
    const lin = await signUp(town, 'zh@home.test', 'zh');
    const cookie = `teahouse_session=${lin.cookies.get('teahouse_session')}`;
    const page = await town.members.app.inject({ url: '/api/members/me/export.html', headers: { cookie } });
    expect(page.body).toContain('zh@home.test');
    expect(page.body).toContain('删除账号后仍会留下的');
    expect(page.body).not.toContain('ann@home.test');
  });
});
