import { randomInt } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { canonicalEmail } from '../accounts/service.ts';
import { isTaken } from '../accounts/store.ts';
import type { Locale } from '../accounts/types.ts';
import { codeExpiry } from '../code.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { securityMails } from '../mail/security-mails.ts';
import * as store from './reset-store.ts';

/** Crockford's base 32: nothing in it is mistaken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newResetCode = () =>
  Array.from({ length: membersLimits.resetCodeLength }, () => letters[randomInt(letters.length)]).join('');

/**
 * Has a code sent to an address; one without an account gets a mail that says so. Work, statements and answer are the same.
 * Beyond an hour's share nothing more is sent, and the answer is still the same: a code counts for as long as that, so that
 * whoever asks in somebody's name only fills the mailbox with codes that work. Throws `busy`.
 */
export async function startReset(ctx: Context, i: { email: string; locale: Locale }): Promise<void> {
  const email = canonicalEmail(i.email);
  if (!(await ctx.guard.mayMail(`reset of ${email}`))) return;
  const code = newResetCode();
  const known = await isTaken(ctx.pool, email);
  await store.insertReset(ctx.pool, {
    email,
    code: ctx.keys.mac('reset-code', email, code),
    expires: codeExpiry(ctx.clock.now(), membersLimits.resetMinutes),
  });
  const mail = known ? securityMails.resetCode(i.locale, code) : securityMails.noAccount(i.locale);
  ctx.mailer.send(email, mail);
}

/** Sets a password with a code from the mail, and ends all sessions and access tokens. Throws `code-wrong`, `busy`. */
export async function finishReset(
  ctx: Context,
  i: { email: string; code: string; password: string },
): Promise<void> {
  const email = canonicalEmail(i.email);
  const right = { email, code: ctx.keys.mac('reset-code', email, i.code), now: ctx.clock.now() };
  // Looked up first, so that guesses cost no hash; used up later, so that two at once set one password.
  if (!(await store.hasReset(ctx.pool, right))) throw fail('code-wrong');
  const password = await ctx.passwords.hash(i.password);
  const done = await withTransaction(ctx.pool, async (tx) => {
    if (!(await store.useReset(tx, right))) return undefined;
    return store.resetPassword(tx, email, password);
  });
  if (!done) throw fail('code-wrong');
  ctx.presence.forget(done.account);
  ctx.mailer.send(email, securityMails.notice(done.locale, 'passwordReset'));
}
