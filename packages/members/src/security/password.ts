import type { Security } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { raiseGeneration } from '../accounts/store.ts';
import type { SignedIn } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { tellOwner } from './notices.ts';
import * as store from './store.ts';

/** Sets a password and ends all other sessions. Returns the generation in which this one goes on. Throws `signed-out`, `busy`. */
export async function setPassword(ctx: Context, who: SignedIn, password: string): Promise<number> {
  const hash = await ctx.passwords.hash(password);
  const generation = await withTransaction(ctx.pool, async (tx) => {
    const next = await raiseGeneration(tx, who);
    if (next === undefined) throw fail('signed-out');
    await store.writePassword(tx, who.account, hash);
    return next;
  });
  await tellOwner(ctx, who, 'passwordChanged');
  return generation;
}

/** Leaves passkeys as the ways in. Throws `last-way-in`. */
export async function removePassword(ctx: Context, who: SignedIn): Promise<Security> {
  await withTransaction(ctx.pool, async (tx) => {
    const ways = await store.lockWays(tx, who.account);
    if (!ways || ways.passkeys === 0) throw fail('last-way-in');
    await store.writePassword(tx, who.account, null);
  });
  await tellOwner(ctx, who, 'passwordRemoved');
  return store.readSecurity(ctx.pool, who.account);
}
