import { parseArgs } from 'node:util';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { deleteRole, insertRole, listRoles, type Role, roles } from './roles/store.ts';

/**
 * `member-role.mjs add EMAIL ROLE`, `remove EMAIL ROLE`, `list`, run by `teahouse member-role` with the database in
 * `TEAHOUSE_DATABASE_URL`. Prints JSON, or what is wrong to stderr.
 */
async function run(pool: Pool, [verb, email = '', role = '']: readonly string[]): Promise<unknown> {
  if (verb === 'list') return listRoles(pool);
  if (!isRole(role) || (verb !== 'add' && verb !== 'remove'))
    throw new RoleError('Not a role, or not a word');
  const change = verb === 'add' ? insertRole : deleteRole;
  const changed = await change(pool, email.trim().toLowerCase(), role);
  if (changed) return changed;
  throw new RoleError(
    verb === 'add'
      ? 'No member has this address: whoever it is signs up first'
      : `No ${role} has this address`,
  );
}

/** Its message is for people. */
class RoleError extends Error {
  override readonly name = 'RoleError';
}
const isRole = (text: string): text is Role => roles.some((role) => role === text);

const { positionals } = parseArgs({ allowPositionals: true });
const pool = createPool({
  url: process.env.TEAHOUSE_DATABASE_URL ?? '',
  name: 'roles',
  max: 1,
  pooled: true,
});
try {
  console.log(JSON.stringify(await run(pool, positionals)));
} catch (error) {
  if (!(error instanceof RoleError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await pool.end();
}
