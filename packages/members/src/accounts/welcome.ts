import type { Me } from '@teahouse/contract/members';
import type { Context } from '../context.ts';
import * as cookies from './cookies.ts';
import { readMe } from './me.ts';
import { canonicalEmail } from './service.ts';
import { type Exchange, openSession } from './sessions.ts';
import type { Account } from './store.ts';

/** Signs in a browser in which somebody has shown a way in, and remembers there that it was this address. */
export function welcome(ctx: Context, at: Exchange, who: Account, email: string): Promise<Me> {
  openSession(ctx, at, who);
  cookies.setKnown(at.reply, ctx.keys, canonicalEmail(email), ctx.config.mode === 'production');
  return readMe(ctx.pool, who.account, ctx.clock.now());
}
