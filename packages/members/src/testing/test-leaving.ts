import { dayOf } from '@teahouse/protocol';
import { deleteLeft } from '../leaving/leave.ts';
import { type Browser, password, type Town } from './test-town.ts';

/** Deletes an account as if its seven days were over. */
export async function erase(town: Town, browser: Browser): Promise<void> {
  const left = await browser.call('POST', '/me/delete', { proof: { password } });
  if (left.status !== 200) throw new Error(`not left: ${left.code}`);
  await town.db.pool.query('UPDATE accounts SET leaves = leaves - 7 WHERE leaves IS NOT NULL');
  await deleteLeft(town.db.pool, dayOf(town.clock.now()));
}
