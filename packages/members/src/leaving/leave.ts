import { membersLimits } from '@teahouse/contract/members';
import { type Pool, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { indexMembers } from '../search/index.ts';
import { tellOwner } from '../security/notices.ts';
import * as store from './store.ts';

/**
 * Puts the account to sleep at once: shown nowhere, signed in nowhere, signed by no batch. Returns the day on which it is
 * deleted for good.
 */
export async function leave(ctx: Context, who: Member): Promise<string> {
  const day = dayAfter(ctx.clock.now(), membersLimits.leaveDays);
  await store.putToSleep(ctx.pool, who.account, day);
  ctx.presence.forget(who.account);
  await tellOwner(ctx, who, 'leaving');
  return day;
}

/** Takes leaving back. False where its day has come. */
export async function comeBack(ctx: Context, account: string): Promise<boolean> {
  const today = dayOf(ctx.clock.now());
  const isBack = await withTransaction(ctx.pool, async (tx) => {
    const isAwake = await store.wake(tx, account, today);
    if (isAwake) await indexMembers(tx, [account], today);
    return isAwake;
  });
  if (isBack && ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
  return isBack;
}

/** Deletes for good whose day has come. May run in several processes at once. */
export async function deleteLeft(pool: Pool, today: string): Promise<void> {
  for (const account of await store.findLeft(pool, today))
    await withTransaction(pool, (tx) => store.deleteAccount(tx, account, today));
}
