import type { Invitations, OpenPeople, OpenQuestion } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Asker } from '../jobs/job-service.ts';
import { presentCard } from '../jobs/rows.ts';
import { forget, tell } from '../notices/tell.ts';
import { readCards } from '../people/cards.ts';
import * as invitations from './invitation-store.ts';
import { searchOpen } from './store.ts';

/** Throws `not-recruiter`. Two statements. */
export async function findPeople(
  ctx: Context,
  by: Asker,
  i: { question: OpenQuestion; after: string | undefined },
): Promise<OpenPeople> {
  const found = await searchOpen(ctx.pool, by, i);
  if (!found) throw fail('not-recruiter');
  const page = found.slice(0, l.openPage);
  const cards = await readCards(
    ctx.pool,
    by,
    page.map(({ id }) => id),
  );
  return {
    people: page.flatMap(({ id, open }) => {
      const member = cards.get(id);
      return member ? [{ member, open }] : [];
    }),
    next: found.length > l.openPage ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * One refusal for whoever is not open to work, may not be known of, blocked or does not exist: nothing tells them apart.
 * Throws `job-unknown`, `job-closed`, `not-open`, `invited-already`, `too-many`.
 */
export async function invite(
  ctx: Context,
  { account: by, today }: Asker,
  i: { job: string; member: string; note: string },
): Promise<void> {
  await ctx.brakes.invite(by);
  await withTransaction(ctx.pool, async (tx) => {
    const asked = await invitations.insertInvitation(tx, { by, today, ...i });
    if (!asked) throw fail('job-unknown');
    if (!asked.open) throw fail('job-closed');
    if (!asked.known) throw fail('not-open');
    if (!asked.done) throw fail('invited-already');
    await tell(tx, { kind: 'invitation', subject: i.job, by, to: [i.member], day: today });
  });
}

/** But for those of members whom the reader may not meet any more. Two statements. */
export async function listInvitations(ctx: Context, by: Asker): Promise<Invitations> {
  const rows = await invitations.readInvitations(ctx.pool, by);
  const cards = await readCards(ctx.pool, by, [...new Set(rows.flatMap((row) => row.by ?? []))]);
  return {
    invitations: rows.flatMap((row) => {
      const member = row.by === null ? null : cards.get(row.by);
      if (member === undefined) return [];
      const { invitation: id, note, hidden, applied, day } = row;
      return [{ id, job: presentCard(row), by: member, note, hidden, applied, day }];
    }),
  };
}

/** Throws `invitation-unknown`. */
export async function dismissInvitation(ctx: Context, account: string, invitation: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const gone = await invitations.dismiss(tx, account, invitation);
    if (!gone) throw fail('invitation-unknown');
    await forget(tx, { subject: gone.job, kind: 'invitation', reader: account });
  });
}
