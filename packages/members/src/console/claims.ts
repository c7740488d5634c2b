import type { ConsoleClaim, ConsoleClaims, DecideClaim } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { decideClaim } from '../representatives/claims.ts';
import type { Change } from './companies.ts';
import { record } from './log.ts';

/** A page of claims, who waits longest first. One statement. */
export async function listConsoleClaims(
  db: Queryable,
  i: { cursor: string | undefined; today: string; most: number },
): Promise<ConsoleClaims> {
  const [day, company, member] = i.cursor?.split('.') ?? [null, null, null];
  const { rows } = await db.query<ConsoleClaim>(
    `SELECT r.company_id AS company, json_build_object('zh', c.name_zh, 'en', c.name_en) AS "companyName",
       json_build_object('id', a.id, 'handle', f.handle, 'name', a.name) AS member, r.day::text AS day, e.evidence,
       (SELECT count(DISTINCT account_id)::int FROM representatives WHERE company_id = r.company_id) AS others
     FROM representative_claims r JOIN companies c ON c.id = r.company_id
       JOIN accounts a ON a.id = r.account_id AND a.leaves IS NULL JOIN profiles f ON f.account_id = a.id
       JOIN employments e ON e.account_id = r.account_id AND e.company_id = r.company_id AND e.expires >= $4::date
     WHERE r.refused IS NULL
       AND ($1::date IS NULL OR (r.day, r.company_id, r.account_id) > ($1::date, $2, $3::uuid))
     ORDER BY r.day, r.company_id, r.account_id LIMIT $5`,
    [day, company, member, i.today, i.most + 1],
  );
  const claims = rows.slice(0, i.most);
  const last = rows.length > i.most ? claims.at(-1) : undefined;
  return { claims, next: last ? `${last.day}.${last.company}.${last.member.id}` : null };
}

/** Five statements. Throws `claim-unknown`, `representatives-full`. */
export async function decideConsoleClaim(
  ctx: Context,
  claim: { company: string; member: string },
  i: Change & Pick<z.output<typeof DecideClaim>, 'verdict'>,
): Promise<void> {
  const { verdict, ...change } = i;
  const { company, member } = claim;
  await withTransaction(ctx.pool, async (tx) => {
    const approve = verdict === 'approve';
    const value = await decideClaim(tx, { ...claim, approve, words: change.reason, today: change.day });
    await record(tx, { ...change, act: `claim-${verdict}`, member, subject: company, value });
  });
}
