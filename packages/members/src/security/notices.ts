import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { type SecurityNotice, securityMails } from '../mail/security-mails.ts';
import { findOwner } from './store.ts';

/** Tells a member by mail that a way into the account has changed, in case it was not them. */
export async function tellOwner(
  ctx: Context,
  { account, locale }: Pick<Member, 'account' | 'locale'>,
  what: SecurityNotice,
): Promise<void> {
  const owner = await findOwner(ctx.pool, account);
  if (owner) ctx.mailer.send(owner.email, securityMails.notice(locale, what));
}
