import type { ConsoleOverview } from '@teahouse/contract/members';
import { dayOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';

/** Days of reviewers' decisions that are counted. */
const reviewDays = 90;

/** What waits, and how much there is. One statement. */
export async function readOverview({ pool, clock }: Context): Promise<ConsoleOverview> {
  const now = clock.now();
  const { rows } = await pool.query<ConsoleOverview>(
    `SELECT (SELECT count(*)::int FROM companies WHERE status = 'proposed') AS proposals,
       (SELECT count(*)::int FROM representative_claims WHERE refused IS NULL) AS claims,
       (SELECT json_build_object('waiting', count(*)::int, 'oldest', min(sent)) FROM badges WHERE state = 'waits') AS badges,
       (SELECT count(*)::int FROM house_cases WHERE open) AS cases,
       (SELECT count(*)::int FROM house_appeals WHERE state = 'open') AS appeals,
       (SELECT count(*)::int FROM suspensions WHERE until IS NULL OR until >= $1::date) AS suspended,
       (SELECT count(*)::int FROM accounts WHERE leaves IS NULL) AS members,
       (SELECT count(*)::int FROM companies WHERE status = 'approved') AS companies,
       (SELECT coalesce(json_agg(json_build_object('name', name, 'accepted', accepted, 'refused', refused) ORDER BY name), '[]')
         FROM (SELECT a.name, count(*) FILTER (WHERE b.state = 'accepted')::int AS accepted,
             count(*) FILTER (WHERE b.state = 'refused')::int AS refused
           FROM badges b JOIN accounts a ON a.id = b.decided_by WHERE b.decided >= $2::date GROUP BY a.id, a.name) r) AS reviewers`,
    [dayOf(now), dayAfter(now, -reviewDays)],
  );
  const [found] = rows;
  if (!found) throw new Error('no row of counts');
  return found;
}
