import { timingSafeEqual } from 'node:crypto';
import { membersLimits } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { type CodeOutcome, codeExpiry, newCode } from '../code.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { mails } from '../mail/templates.ts';
import { indexMembers } from '../search/index.ts';
import { newToken } from './cookies.ts';
import * as store from './store.ts';
import type { Locale, SignedIn } from './types.ts';

/** Upper and lower case of an address are the same mailbox everywhere that matters. */
export const canonicalEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Begins a sign-up and returns the token of the browser's cookie. Work, answer and statements are the same whether or
 * not the address has an account: it gets a mail in both cases, and only that differs. Throws `too-many`, `busy`.
 */
export async function signUp(
  ctx: Context,
  i: { email: string; password: string; name: string; locale: Locale },
): Promise<string> {
  const email = canonicalEmail(i.email);
  await ctx.guard.beforeCode(email);
  const password = await ctx.passwords.hash(i.password);
  const taken = await store.hasAccount(ctx.pool, email);
  const { token, hash } = newToken();
  const code = newCode();
  await store.insertSignUp(ctx.pool, {
    ...{ email, password, name: i.name, locale: i.locale, token: hash },
    code: ctx.keys.mac('sign-up-code', email, code),
    expires: codeExpiry(ctx.clock.now()),
  });
  ctx.mailer.send(email, taken ? mails.alreadyRegistered(i.locale) : mails.signUpCode(i.locale, code));
  return token;
}

/** Makes the account of a sign-up. Throws `code-wrong`, `code-exhausted`. */
export async function confirmEmail(
  ctx: Context,
  i: { signUp: Buffer | undefined; email: string; code: string },
): Promise<store.Account> {
  const { signUp: signUpToken } = i;
  if (!signUpToken) throw fail('code-wrong');
  const email = canonicalEmail(i.email);
  const code = ctx.keys.mac('sign-up-code', email, i.code);
  const now = ctx.clock.now();
  const tried = await withTransaction(ctx.pool, async (tx): Promise<CodeOutcome<store.Account>> => {
    const row = await store.countSignUpTry(tx, {
      token: signUpToken,
      email,
      now,
      most: membersLimits.codeTries,
    });
    if (!row) return { outcome: 'absent' };
    if (row.tries > membersLimits.codeTries) return { outcome: 'exhausted' };
    if (!timingSafeEqual(row.code, code)) return { outcome: 'wrong' };
    await store.deleteSignUp(tx, signUpToken);
    const account = await store.insertAccount(tx, row);
    if (account === undefined) return { outcome: 'absent' };
    await indexMembers(tx, [account.account], dayOf(now));
    return { outcome: 'right', value: account };
  });
  if (tried.outcome === 'right') return tried.value;
  throw fail(tried.outcome === 'exhausted' ? 'code-exhausted' : 'code-wrong');
}

/**
 * Checks a password, and writes nothing. Throws `wrong-credentials` (also where there is no account, after the same
 * work), `email-unconfirmed` (only to the browser that signed up), `too-many`, `busy`.
 */
export async function signIn(
  ctx: Context,
  i: {
    email: string;
    password: string;
    signUp: Buffer | undefined;
    known: string | undefined;
  },
): Promise<store.Account> {
  const email = canonicalEmail(i.email);
  const subject = JSON.stringify([email, i.known ?? null]);
  await ctx.guard.beforePassword(subject);
  const found = await store.findForSignIn(ctx.pool, email, i.signUp, ctx.clock.now());
  const right = await ctx.passwords.verify(found.password ?? undefined, i.password);
  const waits = found.waiting !== null && (await ctx.passwords.verify(found.waiting, i.password));
  await ctx.guard.afterPassword(subject, right || waits);
  const { account, generation } = found;
  if (right && account !== null && generation !== null) return { account, generation };
  throw fail(waits ? 'email-unconfirmed' : 'wrong-credentials');
}

/** Deletes the account for good. Throws `wrong-credentials`, `too-many`. */
export async function deleteAccount(ctx: Context, who: SignedIn, password: string): Promise<void> {
  const subject = JSON.stringify(['account', who.account]);
  await ctx.guard.beforePassword(subject);
  const right = await ctx.passwords.verify(await store.findPassword(ctx.pool, who.account), password);
  await ctx.guard.afterPassword(subject, right);
  if (!right) throw fail('wrong-credentials');
  await withTransaction(ctx.pool, (tx) => store.deleteAccount(tx, who.account, dayOf(ctx.clock.now())));
  ctx.presence.forget(who.account);
}
