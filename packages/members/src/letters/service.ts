import { randomInt, randomUUID } from 'node:crypto';
import { LetterFault, membersLimits } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import { TeahouseError } from '@teahouse/kit/problem';
import { dayOf } from '@teahouse/protocol';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { companyOfMailbox } from '../employments/employer.ts';
import { lockAccount } from '../employments/store.ts';
import { writeEmployment } from '../employments/write.ts';
import { fail } from '../errors.ts';
import { tell } from '../notices/tell.ts';
import { authenticate } from './authenticate.ts';
import { letterSubject } from './fields.ts';
import * as store from './store.ts';

/** No letter that is taken for another: 20 of these are 99 bits, and mailers that change the case do no harm. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 20;
const addressForm = new RegExp(`^verify\\+([${alphabet}]{${codeLength}})@`);

const newCode = () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
const addressOf = (ctx: Context, code: string) => `verify+${code}@${ctx.config.letterDomain}`;

/** The code in an address that a letter is sent to; undefined for any other address. */
export function codeIn(ctx: Context, address: string): string | undefined {
  const text = address.toLowerCase();
  const code = addressForm.exec(text)?.[1];
  return code !== undefined && text === addressOf(ctx, code) ? code : undefined;
}

/**
 * Makes the address for one letter, in place of an earlier one. It counts to the end of the next day.
 * Throws `letters-off`, `too-many`.
 */
export async function startLetter(
  ctx: Context,
  who: Member,
  i: { company?: string | undefined },
): Promise<{ address: string; subject: string; until: string }> {
  if (ctx.config.letterListen === undefined) throw fail('letters-off');
  await ctx.guard.beforeLetter(who.account);
  const code = newCode();
  const until = dayAfter(ctx.clock.now(), 1);
  await store.upsertCode(ctx.pool, {
    ...{ account: who.account, company: i.company, expires: until },
    code: ctx.keys.mac('letter-code', code),
  });
  return { address: addressOf(ctx, code), subject: letterSubject, until };
}

/**
 * Decides on a letter that has arrived for a code. Nothing of it is kept but the mailbox's HMAC and that it was proven so;
 * why it proved nothing stands beside the code, for its member. Who sent it is told nothing either way.
 */
export async function takeLetter(ctx: Context, i: { code: string; letter: Buffer }): Promise<void> {
  const now = ctx.clock.now();
  const code = ctx.keys.mac('letter-code', i.code);
  const open = await store.countTry(ctx.pool, { code, today: dayOf(now), most: membersLimits.letterTries });
  if (!open) return;
  const address = addressOf(ctx, i.code);
  const seen = await authenticate(ctx.resolve, { letter: i.letter, address, now });
  const fault = typeof seen === 'string' ? seen : await prove(ctx, { ...open, code, from: seen.from, now });
  if (fault) await store.setFault(ctx.pool, code, fault);
  else if (ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
}

async function prove(
  ctx: Context,
  i: store.OpenCode & { code: Buffer; from: string; now: Date },
): Promise<LetterFault | undefined> {
  try {
    const { mailbox, company } = await companyOfMailbox(ctx.pool, i.from, i.company ?? undefined);
    await withTransaction(ctx.pool, async (tx) => {
      if (!(await lockAccount(tx, i.account)) || !(await store.deleteCode(tx, i.code))) return;
      const pin = ctx.keys.pin(mailbox.canonical);
      const proven = { account: i.account, employment: randomUUID(), company: company.id, pin };
      await writeEmployment(tx, { ...proven, evidence: 'mailbox-mail' }, i.now);
      // A letter comes when it comes: its member may have closed the page long since.
      await tell(tx, { kind: 'verified', subject: i.account, by: null, to: [i.account], day: dayOf(i.now) });
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof TeahouseError)) throw error;
    const fault = LetterFault.safeParse(error.code === 'invalid-input' ? 'malformed' : error.code);
    if (!fault.success) throw error;
    return fault.data;
  }
}
