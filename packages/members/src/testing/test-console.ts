import type { TestMember } from './test-members.ts';
import type { Town } from './test-town.ts';
import { password } from './test-town.ts';

/** What every change from the console is asked for with. */
export const because = (reason = 'As agreed'): { reason: string; proof: { password: string } } => ({
  reason,
  proof: { password },
});

/** Gives a role, as the command line does. */
export async function appoint(
  town: Town,
  { id }: TestMember,
  role: 'operator' | 'reviewer' | 'moderator',
): Promise<void> {
  await town.db.pool.query('INSERT INTO staff_roles (account_id, role) VALUES ($1, $2)', [id, role]);
}
