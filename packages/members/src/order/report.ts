import type { AddReport, OrderReason, Thing } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { thingOf } from './decided.ts';
import { findOwner } from './thing-store.ts';

/** How much a report weighs for the order of the queue: what harms a person comes before what annoys. */
const weights: Partial<Record<OrderReason, number>> = {
  ...{ threat: 5, 'personal-data': 5, sexual: 4, harassment: 3, hate: 3, illegal: 3, impersonation: 2 },
  'false-employment': 2,
};

/**
 * Reports a thing. Reporting it again changes nothing; another's report opens a case again that was closed.
 * Throws `thing-unknown`, `report-own`.
 */
export async function report(
  ctx: Context,
  account: string,
  { thing, reason, words }: z.output<typeof AddReport>,
): Promise<void> {
  const day = dayOf(ctx.clock.now());
  await withTransaction(ctx.pool, async (tx) => {
    const found = await findOwner(tx, account, thing);
    if (!found) throw fail('thing-unknown');
    if (found.owner === account) throw fail('report-own');
    const part = thing.kind === 'part' ? thing.part : thing.kind === 'note' ? account : '';
    const id = await upsertCase(tx, { kind: thing.kind, subject: thing.id, part, ...found, day });
    const { rowCount } = await tx.query(
      `INSERT INTO house_reports (case_id, reporter_id, reason, words, day) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [id, account, reason, words, day],
    );
    if (rowCount === 1)
      await tx.query(
        `UPDATE house_cases SET open = true, priority = CASE WHEN open THEN priority ELSE 0 END + $2,
           day = CASE WHEN open THEN day ELSE $3 END WHERE id = $1`,
        [id, weights[reason] ?? 1, day],
      );
  });
}

/** The case of a thing, locked. */
async function upsertCase(
  tx: Queryable,
  i: { kind: string; subject: string; part: string; owner: string; copy: string; day: string },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO house_cases (kind, subject, part, owner_id, open, priority, day, copy) VALUES ($1, $2, $3, $4, true, 0, $5, $6)
     ON CONFLICT (kind, subject, part) DO UPDATE SET copy = excluded.copy RETURNING id`,
    [i.kind, i.subject, i.part, i.owner, i.day, i.copy],
  );
  return rows[0]?.id ?? '';
}

/** What a member reported, the latest day first: at most a hundred. One statement. */
export async function readReports(db: Queryable, account: string): Promise<MyReport[]> {
  const { rows } = await db.query<MyReport>(
    `SELECT ${thingOf('c')} AS thing, r.reason, r.day::text,
       CASE WHEN c.open THEN 'open' WHEN EXISTS (
         SELECT FROM house_decisions d WHERE d.case_id = c.id AND d.action <> 'dismiss' AND NOT d.undone) THEN 'acted'
       ELSE 'dismissed' END AS outcome
     FROM house_reports r JOIN house_cases c ON c.id = r.case_id WHERE r.reporter_id = $1
     ORDER BY r.day DESC, c.id LIMIT 100`,
    [account],
  );
  return rows;
}

interface MyReport {
  thing: { kind: Thing['kind']; id: string; part: string };
  reason: OrderReason;
  day: string;
  outcome: 'open' | 'dismissed' | 'acted';
}
