import { parseArgs } from 'node:util';
import { Invite } from '@teahouse/contract/desk';
import { createPool, type Pool } from '@teahouse/kit/pool';
import { TeahouseError } from '@teahouse/kit/problem';
import { refuse } from './desk/errors.ts';
import { changeStaff, inviteStaff, presentStaff } from './desk/staff/people.ts';
import { findByName, listStaff } from './desk/staff/store.ts';

/**
 * `staff.mjs add NAME ROLE`, `list`, `off NAME`, run by `teahouse staff` with the database in `TEAHOUSE_DATABASE_URL`: the
 * way in for the first of the staff, and for the operator when nobody else has one. Prints JSON, or a problem's title to
 * stderr.
 */
async function run(pool: Pool, [verb, name = '', role = '']: readonly string[]): Promise<unknown> {
  if (verb === 'list') return (await listStaff(pool)).map(presentStaff);
  if (verb === 'off') {
    const found = await findByName(pool, name.trim());
    if (!found) throw refuse('not-found', { detail: 'Nobody of the staff has that name' });
    return changeStaff(pool, found.id, { off: true });
  }
  const invite = Invite.safeParse({ name, role });
  if (verb !== 'add' || !invite.success) throw refuse('invalid-input');
  return inviteStaff(pool, new Date(), invite.data);
}

const { positionals } = parseArgs({ allowPositionals: true });
const pool = createPool({
  url: process.env.TEAHOUSE_DATABASE_URL ?? '',
  name: 'staff',
  max: 1,
  pooled: true,
});
try {
  console.log(JSON.stringify(await run(pool, positionals)));
} catch (error) {
  if (!(error instanceof TeahouseError)) throw error;
  console.error(error.detail ?? error.title);
  process.exitCode = 1;
} finally {
  await pool.end();
}
