import { timingSafeEqual } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { isDuplicate, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { newToken } from '../accounts/cookies.ts';
import { canonicalEmail } from '../accounts/service.ts';
import { isTaken } from '../accounts/store.ts';
import type { Locale, Member } from '../accounts/types.ts';
import { type CodeOutcome, codeExpiry, newCode } from '../code.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { sha256 } from '../keys.ts';
import { securityMails } from '../mail/security-mails.ts';
import { mails } from '../mail/templates.ts';
import * as store from './email-store.ts';
import { pageOf } from './origin.ts';

/**
 * Has a code sent to a new address. Work, statements and answer are the same whether or not it has an account; it gets a
 * mail in both cases. Throws `too-many`, `busy`.
 */
export async function startEmail(ctx: Context, who: Member, given: string): Promise<void> {
  const email = canonicalEmail(given);
  await ctx.guard.beforeCode(email);
  await ctx.guard.beforeCode(`address of ${who.account}`);
  const code = newCode();
  const taken = await isTaken(ctx.pool, email, who.account);
  await store.upsertEmailCode(ctx.pool, {
    ...{ account: who.account, email },
    code: ctx.keys.mac('email-code', who.account, email, code),
    expires: codeExpiry(ctx.clock.now()),
  });
  ctx.mailer.send(
    email,
    taken ? mails.alreadyRegistered(who.locale) : securityMails.newAddressCode(who.locale, code),
  );
}

/**
 * Takes the new address. The old one gets a link with which it can take that back. Throws `code-wrong`,
 * `code-exhausted`.
 */
export async function confirmEmail(ctx: Context, who: Member, given: string): Promise<void> {
  const now = ctx.clock.now();
  const { token, hash } = newToken();
  const tried = await withTransaction(ctx.pool, async (tx): Promise<CodeOutcome<string>> => {
    const row = await store.countEmailTry(tx, { ...who, now, most: membersLimits.codeTries });
    if (!row) return { outcome: 'absent' };
    if (row.tries > membersLimits.codeTries) return { outcome: 'exhausted' };
    const code = ctx.keys.mac('email-code', who.account, row.email, given);
    if (!timingSafeEqual(row.code, code)) return { outcome: 'wrong' };
    await store.deleteEmailCode(tx, who.account);
    const before = await store.changeEmail(tx, {
      ...{ account: who.account, email: row.email, undo: hash },
      until: dayAfter(now, membersLimits.undoDays),
    });
    return before === undefined ? { outcome: 'absent' } : { outcome: 'right', value: before };
  }).catch((error: unknown): CodeOutcome<string> => {
    if (isDuplicate(error)) return { outcome: 'absent' };
    throw error;
  });
  if (tried.outcome !== 'right') throw fail(tried.outcome === 'exhausted' ? 'code-exhausted' : 'code-wrong');
  ctx.mailer.send(
    tried.value,
    securityMails.addressChanged(who.locale, pageOf(ctx, `/account/undo-email#${token}`)),
  );
}

/**
 * Gives an account its address of before. All ways in end with it, as whoever changed the address knew one: the
 * password is set anew by a code to the address that counts again. Throws `undo-unknown`.
 */
export async function undoEmail(ctx: Context, token: string): Promise<void> {
  const today = dayOf(ctx.clock.now());
  const undone = await withTransaction(ctx.pool, (tx) => store.undoEmail(tx, sha256(token), today));
  if (!undone) throw fail('undo-unknown');
  ctx.presence.forget(undone.account);
  const { email, locale }: { email: string; locale: Locale } = undone;
  ctx.mailer.send(email, securityMails.notice(locale, 'addressBack'));
}
