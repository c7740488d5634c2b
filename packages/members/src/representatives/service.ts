import { type CompanyDesk, membersLimits, type RepresentativeRole } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { isAwake, readCards } from '../people/cards.ts';
import { lastDay, lockCompany, recordName, recordValue } from './claims.ts';
import { readDesk } from './desk-store.ts';
import { revokeStray } from './keys.ts';
import { isVerified } from './store.ts';

/** How a member stands to a company. Two statements. Throws `company-unknown`. */
export async function presentDesk(ctx: Context, account: string, company: string): Promise<CompanyDesk> {
  const today = dayOf(ctx.clock.now());
  const row = await readDesk(ctx.pool, { company, account, today });
  if (!row) throw fail('company-unknown');
  const ids = row.representatives.map(({ member }) => member);
  const cards = ids.length > 0 ? await readCards(ctx.pool, { account, today }, ids) : new Map();
  const value = recordValue(ctx, company, account);
  return {
    id: row.id,
    name: { zh: row.name_zh, en: row.name_en },
    roles: row.roles,
    isColleague: row.colleague,
    claimed: row.claimed,
    refused: row.refused,
    domains: row.domains.map((domain) => ({ domain, record: recordName(domain), value })),
    representatives: row.representatives.flatMap(({ member, roles, until }) => {
      const card = cards.get(member);
      return card ? [{ member: card, roles, until }] : [];
    }),
    keys: row.keys.map((key) => key.toString('base64url')),
  };
}

/**
 * Gives a member these roles and no others, as an owner does; thus a company is handed over. The member is verified there,
 * a connection of the owner's, or has a role already. Of who is not verified they end after some months, unless an owner
 * gives them anew: nobody prolongs their own. At most eight statements. Throws `not-representative`, `colleague-unknown`, `last-owner`,
 * `representatives-full`; and as `LogBook.flush`, when the roles are as they were asked for.
 */
export async function setRoles(
  ctx: Context,
  i: { by: string; company: string; member: string; roles: readonly RepresentativeRole[] },
): Promise<void> {
  const { company, member } = i;
  const ended = await withTransaction(ctx.pool, async (tx) => {
    await lockCompany(tx, company);
    const state = await readState(tx, { ...i, today: dayOf(ctx.clock.now()) });
    if (!state.owns) throw fail('not-representative');
    if (!state.near) throw fail('colleague-unknown');
    if (!i.roles.includes('owner') && state.other_owners === 0) throw fail('last-owner');
    if (state.others >= membersLimits.representativesMax) throw fail('representatives-full');
    const until = state.verified || i.by === member ? state.until : lastDay(ctx.clock.now());
    await tx.query(
      `WITH gone AS (DELETE FROM representatives WHERE company_id = $1 AND account_id = $2 AND role <> ALL ($3::text[]))
       INSERT INTO representatives (company_id, account_id, role, until) SELECT $1, $2, role, $4::date FROM unnest($3::text[]) AS role
       ON CONFLICT (company_id, account_id, role) DO UPDATE SET until = excluded.until`,
      [company, member, i.roles, until],
    );
    return revokeStray(tx, ctx.book);
  });
  if (ended > 0) await ctx.book.flush();
}

/**
 * Takes all roles from a member, with their keys: an owner anybody's, a representative their own. The last owner stays
 * while others act for the company. Throws `not-representative`, `last-owner`; and as `LogBook.flush`.
 */
export async function removeRepresentative(
  ctx: Context,
  i: { by: string; company: string; member: string },
): Promise<void> {
  const ended = await withTransaction(ctx.pool, async (tx) => {
    await lockCompany(tx, i.company);
    const state = await readState(tx, { ...i, today: dayOf(ctx.clock.now()) });
    if (!state.owns && i.by !== i.member) throw fail('not-representative');
    if (!state.has_role) throw fail('not-representative');
    if (state.other_owners === 0 && state.others > 0) throw fail('last-owner');
    await tx.query('DELETE FROM representatives WHERE company_id = $1 AND account_id = $2', [
      i.company,
      i.member,
    ]);
    return revokeStray(tx, ctx.book);
  });
  if (ended > 0) await ctx.book.flush();
}

interface State {
  /** Whether who asks is an owner. */
  owns: boolean;
  has_role: boolean;
  near: boolean;
  /** Whether the member is verified at the company, and until when they act without that. */
  verified: boolean;
  until: string | null;
  /** Owners, and all who act for the company, without the member. */
  other_owners: number;
  others: number;
}

async function readState(
  tx: Queryable,
  i: { by: string; company: string; member: string; today: string },
): Promise<State> {
  const { rows } = await tx.query<State>(
    `SELECT coalesce(bool_or(account_id = $2 AND role = 'owner'), false) AS owns,
       coalesce(bool_or(account_id = $3), false) AS has_role,
       count(*) FILTER (WHERE role = 'owner' AND account_id <> $3)::int AS other_owners,
       count(DISTINCT account_id) FILTER (WHERE account_id <> $3)::int AS others,
       ${isVerified('$3::uuid', '$1', '$4::date')} AS verified, max(until) FILTER (WHERE account_id = $3)::text AS until,
       ($2 = $3 OR coalesce(bool_or(account_id = $3), false)
         OR (${isVerified('$3::uuid', '$1', '$4::date')} AND ${isAwake('$3::uuid')})
         OR EXISTS (SELECT FROM connections WHERE account_id = $2 AND other_id = $3 AND ${isAwake('$3::uuid')})) AS near
     FROM representatives WHERE company_id = $1`,
    [i.company, i.by, i.member, i.today],
  );
  const [state] = rows;
  if (!state) throw new Error('no row of counts');
  return state;
}
