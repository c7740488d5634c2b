import type { Contacts, Referrals } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { forget, tell } from '../notices/tell.ts';
import { readCards } from '../people/cards.ts';
import type { Asker } from './job-service.ts';
import * as store from './referral-store.ts';
import { presentCard } from './rows.ts';

/** Throws `job-unknown`. */
export async function listContacts(ctx: Context, by: Asker, job: string): Promise<Contacts> {
  const found = await store.readContacts(ctx.pool, by, job);
  if (!found) throw fail('job-unknown');
  const cards = await readCards(
    ctx.pool,
    by,
    found.map(({ id }) => id),
  );
  return {
    contacts: found.flatMap(({ id, state }) => {
      const member = cards.get(id);
      return member ? [{ member, state }] : [];
    }),
  };
}

/** Asking the same again changes nothing. Throws `not-contact`, `referrals-full`, `too-many`. */
export async function ask(
  ctx: Context,
  by: Asker,
  i: { job: string; member: string; note: string },
): Promise<void> {
  if (i.member === by.account) throw fail('not-contact');
  await ctx.brakes.referral(by.account);
  await withTransaction(ctx.pool, async (tx) => {
    const row = { asker: by.account, referrer: i.member, job: i.job, note: i.note, today: by.today };
    const asked = await store.insertAsk(tx, row);
    if (!asked) throw fail('not-contact');
    if (asked === 'full') throw fail('referrals-full');
    if (asked === 'done')
      await tell(tx, { kind: 'referral', subject: i.job, by: by.account, to: [i.member], day: by.today });
  });
}

/** Of members whom the reader may still meet. */
export async function list(ctx: Context, by: Asker): Promise<Referrals> {
  const rows = await store.readReferrals(ctx.pool, by);
  const cards = await readCards(ctx.pool, by, [...new Set(rows.map(({ other }) => other))]);
  return {
    referrals: rows.flatMap((row) => {
      const member = cards.get(row.other);
      if (!member) return [];
      const { referral: id, side, note, words, state, day } = row;
      return [{ id, side, member, job: presentCard(row), note, words, state, day }];
    }),
  };
}

/** Throws `referral-unknown`. */
export async function answer(
  ctx: Context,
  by: Asker,
  i: { referral: string; refer: boolean; words: string },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const done = await store.answer(tx, { ...i, referrer: by.account, today: by.today });
    if (!done) throw fail('referral-unknown');
    const { job: subject, asker } = done;
    await forget(tx, { subject, kind: 'referral', by: asker, reader: by.account });
    if (i.refer) await tell(tx, { kind: 'referred', subject, by: by.account, to: [asker], day: by.today });
  });
}

/** Throws `referral-unknown`. */
export async function drop(ctx: Context, by: Asker, referral: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const gone = await store.deleteAsk(tx, by.account, referral);
    if (!gone) throw fail('referral-unknown');
    await forget(tx, { subject: gone.job, kind: 'referral', by: by.account, reader: gone.referrer });
  });
}
