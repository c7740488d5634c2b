import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTestDb } from './test-db.ts';

const migrations = fileURLToPath(new URL('../fixtures/migrations', import.meta.url));

it('gives each caller a migrated database of its own, without superuser rights', async () => {
  const [one, two] = await Promise.all([createTestDb(migrations), createTestDb(migrations)]);
  await one.pool.query("UPDATE cup SET tea = '普洱'");
  expect((await two.pool.query('SELECT tea FROM cup')).rows).toEqual([{ tea: '龙井' }]);
  const rights = 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user';
  expect((await one.pool.query(rights)).rows).toEqual([{ rolsuper: false }]);
  await Promise.all([one.drop(), two.drop()]);
});
