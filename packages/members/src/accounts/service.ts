import { timingSafeEqual } from 'node:crypto';
import { type MembersErrorCode, membersLimits } from '@teahouse/contract/members';
import type { FastifyRequest } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { type CodeOutcome, codeExpiry, newCode } from '../code.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { comeBack } from '../leaving/leave.ts';
import { mails } from '../mail/templates.ts';
import { indexMembers } from '../search/index.ts';
import { keepFirstPasskey } from '../security/first-passkey.ts';
import { newToken } from './cookies.ts';
import { uuidText } from './seal.ts';
import * as store from './store.ts';
import type { Locale } from './types.ts';

/** Upper and lower case of an address are the same mailbox everywhere that matters. */
export const canonicalEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Begins a sign-up and returns the token of the browser's cookie. Work, answer and statements are the same whether or
 * not the address has an account: it gets a mail in both cases, and only that differs. Without a password a passkey is
 * made when the code has come. Throws `too-many`, `busy`.
 */
export async function signUp(
  ctx: Context,
  i: { email: string; password?: string | undefined; name: string; locale: Locale },
): Promise<string> {
  const email = canonicalEmail(i.email);
  await ctx.guard.beforeCode(email);
  const password = i.password === undefined ? null : await ctx.passwords.hash(i.password);
  const taken = await store.isTaken(ctx.pool, email);
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

/** The account that a sign-up leads to; known before it is there, as its passkey is made for it. */
export function accountOf(ctx: Context, signUpToken: Buffer): string {
  const bytes = ctx.keys.mac('sign-up-account', signUpToken.toString('hex')).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6); // version 4 (RFC 9562, 5.4): it tells no time
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return uuidText(bytes);
}

/** Makes the account of a sign-up. Throws `code-wrong`, `code-exhausted`, `passkey-invalid`. */
export async function confirmEmail(
  ctx: Context,
  i: {
    request: FastifyRequest;
    signUp: Buffer | undefined;
    email: string;
    code: string;
    passkey?: Record<string, unknown> | undefined;
  },
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
    const id = accountOf(ctx, signUpToken);
    const account = await store.insertAccount(tx, { ...row, id });
    if (account === undefined) return { outcome: 'absent' };
    await indexMembers(tx, [account.account], dayOf(now));
    if (row.password === null) await keepFirstPasskey(ctx, tx, { ...i, account: id });
    return { outcome: 'right', value: account };
  });
  if (tried.outcome === 'right') return tried.value;
  throw fail(tried.outcome === 'exhausted' ? 'code-exhausted' : 'code-wrong');
}

/**
 * Lets somebody in who has shown a way in. Writes nothing, but where an account on its way out comes back. Throws
 * `account-leaving` with the day, or `gone` where that day has come.
 */
export async function admit(
  ctx: Context,
  { account, generation, leaves }: store.Door,
  i: { comeBack: boolean; gone: MembersErrorCode },
): Promise<store.Account> {
  if (leaves === null) return { account, generation };
  if (!i.comeBack) throw fail('account-leaving', { detail: leaves });
  if (!(await comeBack(ctx, account))) throw fail(i.gone);
  return { account, generation };
}

/**
 * Checks a password, and writes nothing. Throws `wrong-credentials` (also where there is no account, after the same
 * work), `email-unconfirmed` (only to the browser that signed up), `account-leaving`, `too-many`, `busy`.
 */
export async function signIn(
  ctx: Context,
  i: {
    email: string;
    password: string;
    signUp: Buffer | undefined;
    known: string | undefined;
    comeBack: boolean;
  },
): Promise<store.Account> {
  const email = canonicalEmail(i.email);
  const subject = JSON.stringify([email, i.known ?? null]);
  await ctx.guard.beforePassword(subject);
  const found = await store.findForSignIn(ctx.pool, email, i.signUp, ctx.clock.now());
  const right = await ctx.passwords.verify(found.password ?? undefined, i.password);
  const waits = found.waiting !== null && (await ctx.passwords.verify(found.waiting, i.password));
  await ctx.guard.afterPassword(subject, right || waits);
  const { account, generation, leaves } = found;
  if (right && account !== null && generation !== null)
    return admit(ctx, { account, generation, leaves }, { ...i, gone: 'wrong-credentials' });
  throw fail(waits ? 'email-unconfirmed' : 'wrong-credentials');
}
