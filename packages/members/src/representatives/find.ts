import { type MemberCard, membersLimits } from '@teahouse/contract/members';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { employerOf, isUnblocked, readCards } from '../people/cards.ts';
import { actsFor, isVerified } from './store.ts';

/**
 * Colleagues whom an owner could name: verified there now, by a part of the name, or by the whole handle who shows
 * another employer, and a connection. Two statements. Throws `not-representative`.
 */
export async function findColleagues(
  { pool, clock }: Pick<Context, 'pool' | 'clock'>,
  i: { company: string; account: string; q: string },
): Promise<MemberCard[]> {
  const today = dayOf(clock.now());
  const { rows } = await pool.query<{ may: boolean; found: string[] }>({
    name: 'find-colleagues',
    text: `WITH may AS MATERIALIZED (SELECT ${actsFor('$2::uuid', '$1', 'owner')} AS yes)
     SELECT (SELECT yes FROM may) AS may, ARRAY(
       SELECT a.id FROM accounts a JOIN profiles p ON p.account_id = a.id ${employerOf('a.id', '$3::date')}
       WHERE (SELECT yes FROM may) AND a.id <> $2::uuid AND ${isUnblocked('$2::uuid', 'a.id')}
         AND (a.id IN (SELECT e.account_id FROM employments e WHERE e.company_id = $1 AND e.expires >= $3::date)
           OR a.id IN (SELECT k.other_id FROM connections k WHERE k.account_id = $2::uuid))
         AND (p.handle = lower($4) OR a.name ILIKE $5 AND (w.company_id = $1
           OR EXISTS (SELECT FROM connections k WHERE k.account_id = $2::uuid AND k.other_id = a.id)))
       ORDER BY ${isVerified('a.id', '$1', '$3::date')} DESC, a.name, a.id LIMIT ${membersLimits.colleaguesFound}) AS found`,
    values: [i.company, i.account, today, i.q, `%${i.q.replace(/[\\%_]/g, '\\$&')}%`],
  });
  const [row] = rows;
  if (!row?.may) throw fail('not-representative');
  if (row.found.length === 0) return [];
  const cards = await readCards(pool, { account: i.account, today }, row.found);
  return row.found.flatMap((id) => cards.get(id) ?? []);
}
