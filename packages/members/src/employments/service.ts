import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Company, membersLimits } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import {
  checkCommitment,
  commitmentPoint,
  dayOf,
  epochOf,
  fromBase64url,
  hex,
  ProtocolError,
} from '@teahouse/protocol';
import type { Locale, Member } from '../accounts/types.ts';
import { type CodeOutcome, codeExpiry, newCode } from '../code.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { mails } from '../mail/templates.ts';
import { indexMembers } from '../search/index.ts';
import { companyOfMailbox } from './employer.ts';
import { overlaid, type PinEntry, planAccount } from './pins.ts';
import * as store from './store.ts';
import { planPins, writeEmployment } from './write.ts';

/**
 * Sends a code to a work address. Whether the mailbox stands for another member is told only to whoever can read it.
 * Throws `invalid-input`, `role-address`, `free-mail`, `unknown-domain`, `company-mismatch`, `too-many`, `busy`.
 */
export async function startEmployment(
  ctx: Context,
  who: Member,
  i: { email: string; company?: string | undefined; locale: Locale },
): Promise<{ employment: string; company: Company }> {
  const { mailbox, company } = await companyOfMailbox(ctx.pool, i.email, i.company);
  await ctx.guard.beforeCode(mailbox.canonical);
  await ctx.guard.beforeCode(`work of ${who.account}`);
  const code = newCode();
  const employment = await store.upsertWorkCode(ctx.pool, {
    ...{ account: who.account, employment: randomUUID(), company: company.id },
    pin: ctx.keys.pin(mailbox.canonical),
    code: ctx.keys.mac('work-code', who.account, code),
    expires: codeExpiry(ctx.clock.now()),
  });
  // To the canonical form: a tag could lead to another person's filter, but never to another mailbox.
  ctx.mailer.send(mailbox.canonical, mails.workCode(i.locale, code));
  return { employment, company };
}

/**
 * Ends a started employment with its code. Throws `employment-unknown`, `code-wrong`, `code-exhausted`,
 * `mailbox-taken`, `commitment-limit`.
 */
export async function confirmEmployment(
  ctx: Context,
  who: Member,
  i: { employment: string; code: string },
): Promise<void> {
  const code = ctx.keys.mac('work-code', who.account, i.code);
  const now = ctx.clock.now();
  const tried = await withTransaction(ctx.pool, async (tx): Promise<CodeOutcome<null>> => {
    const row = await store.countWorkTry(tx, {
      ...i,
      account: who.account,
      now,
      most: membersLimits.codeTries,
    });
    if (!row) return { outcome: 'absent' };
    if (row.tries > membersLimits.codeTries) return { outcome: 'exhausted' };
    if (!timingSafeEqual(row.code, code)) return { outcome: 'wrong' };
    const { employment, company, pin } = row;
    const proven = { account: who.account, employment, company, pin, evidence: 'mailbox-code' } as const;
    await writeEmployment(tx, proven, now);
    return { outcome: 'right', value: null };
  });
  if (tried.outcome === 'absent') throw fail('employment-unknown');
  if (tried.outcome === 'wrong') throw fail('code-wrong');
  if (tried.outcome === 'exhausted') throw fail('code-exhausted');
  if (ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
}

type Pins = Awaited<ReturnType<typeof store.readPins>>;

/**
 * Ends an employment with the present day: it is `former` from the next one on, its holder gets the credential of that with
 * the next epoch, and the piece of evidence is free. What was signed for this epoch counts to its end (protocol.md 1.4).
 * Throws `employment-unknown`.
 */
export async function leaveEmployment(ctx: Context, who: Member, employment: string): Promise<void> {
  const today = dayOf(ctx.clock.now());
  await withTransaction(ctx.pool, async (tx) => {
    if (!(await store.endEmployment(tx, { account: who.account, employment, today })))
      throw fail('employment-unknown');
    await indexMembers(tx, [who.account], today);
  });
}

/**
 * Pins a commitment to the account and its evidence. Sending the same point again changes nothing.
 * Throws `commitment-invalid`, `no-employment`, `commitment-pinned`, `commitment-limit`.
 */
export async function pinCommitment(
  ctx: Context,
  who: Member,
  i: { commitment: string; replace: boolean },
): Promise<void> {
  const commitment = readCommitment(ctx, i.commitment);
  const point = hex(commitmentPoint(commitment));
  const epoch = epochOf(ctx.clock.now());
  const additions = (pins: Pins): PinEntry[] => {
    if (pins.evidence.length === 0) throw fail('no-employment');
    const plan = planAccount({ history: pins.account, point, epoch, replace: i.replace });
    if ('refused' in plan) throw fail(plan.refused);
    return plan.add;
  };
  // Looked at before anything is locked: a lock is written down, and a device may send the same point at every visit.
  const isNew = additions(await store.readPins(ctx.pool, who.account)).length > 0;
  if (isNew) {
    await withTransaction(ctx.pool, async (tx) => {
      if (!(await store.lockAccount(tx, who.account))) throw fail('signed-out');
      const pins = await store.readPins(tx, who.account);
      const added = additions(pins);
      if (added.length === 0) return;
      await store.insertCommitments(tx, who.account, added, commitment);
      const plan = planPins(overlaid(pins.account, added), pins.evidence, epoch);
      if (!i.replace && plan.starts.some(({ from }) => from > epoch)) throw fail('commitment-pinned');
      await store.setCredentialFrom(tx, who.account, plan.starts, plan.pins);
    });
  }
  if (ctx.config.issuanceSchedule === 'immediate') ctx.requestBatch();
}

function readCommitment(ctx: Context, text: string): Uint8Array {
  try {
    const commitment = fromBase64url(text);
    checkCommitment({ bbs: ctx.bbs, commitment });
    return commitment;
  } catch (error) {
    if (error instanceof ProtocolError) throw fail('commitment-invalid');
    throw error;
  }
}
