import { type HouseAppeals, type MyDecisions, membersLimits } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import { dayOf, epochOf } from '@teahouse/protocol';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { count, tellDecided, undo } from './decide.ts';
import { concerned, decidedColumns, decidedJoins } from './decided.ts';
import type { StoredThing } from './thing-store.ts';

/** What was decided about a member, the latest day first, and whether they are suspended. One statement. */
export async function readDecisions(ctx: Context, account: string): Promise<MyDecisions> {
  const now = ctx.clock.now();
  const { rows } = await ctx.pool.query<MyDecisions>(
    `SELECT (SELECT coalesce(json_agg(o ORDER BY o.day DESC, o.id), '[]') FROM (
        SELECT ${decidedColumns}, 'moderator' AS by, p.decision_id IS NULL AND NOT d.undone AND d.day >= $3::date AS appealable
        FROM ${decidedJoins} WHERE d.owner_id = $1 AND d.action <> 'dismiss') o) AS decisions,
      (SELECT json_build_object('until', until) FROM suspensions
        WHERE account_id = $1 AND (until IS NULL OR until >= $2::date)) AS suspended`,
    [account, dayOf(now), dayAfter(now, -membersLimits.appealDays)],
  );
  return rows[0] ?? { decisions: [], suspended: null };
}

/** Throws `decision-unknown`, `appeal-late`, `appeal-made`. */
export async function appeal(ctx: Context, account: string, decision: string, words: string): Promise<void> {
  const now = ctx.clock.now();
  await withTransaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<{ late: boolean }>(
      `SELECT day < $3::date OR undone AS late FROM house_decisions
       WHERE id = $1 AND owner_id = $2 AND action <> 'dismiss'`,
      [decision, account, dayAfter(now, -membersLimits.appealDays)],
    );
    if (!rows[0]) throw fail('decision-unknown');
    if (rows[0].late) throw fail('appeal-late');
    const { rowCount } = await tx.query(
      `INSERT INTO house_appeals (decision_id, words, state, day) VALUES ($1, $2, 'open', $3) ON CONFLICT DO NOTHING`,
      [decision, words, dayOf(now)],
    );
    if (rowCount === 0) throw fail('appeal-made');
  });
}

/** Appeals that wait, the oldest day first, behind a place; one more where there is one. */
export async function listAppeals(
  db: Queryable,
  i: { staff: string; after: { day: string; id: string } | undefined; most: number },
): Promise<HouseAppeals['appeals']> {
  const { rows } = await db.query<HouseAppeals['appeals'][number]>(
    `SELECT ${decidedColumns}, k.id AS case, ${concerned('d.owner_id')} AS owner,
       coalesce(d.staff_id = $1 OR d.owner_id = $1, false) AS own
     FROM ${decidedJoins} WHERE p.state = 'open' AND ($2::date IS NULL OR (p.day, d.id) > ($2::date, $3::uuid))
     ORDER BY p.day, d.id LIMIT $4`,
    [i.staff, i.after?.day ?? null, i.after?.id ?? null, i.most + 1],
  );
  return rows;
}

type Waiting = StoredThing & { action: string; owner: string; own: boolean };

/** Throws `appeal-unknown`, `appeal-same`. */
export async function answerAppeal(
  ctx: Context,
  staff: string,
  i: { decision: string; grant: boolean; words: string },
): Promise<void> {
  const now = ctx.clock.now();
  await withTransaction(ctx.pool, async (tx) => {
    const { rows } = await tx.query<Waiting>(
      `SELECT k.kind, k.subject, k.part, d.action, d.owner_id AS owner, coalesce(d.staff_id = $2 OR d.owner_id = $2, false) AS own
       FROM ${decidedJoins} WHERE p.decision_id = $1 AND p.state = 'open' FOR UPDATE OF d`,
      [i.decision, staff],
    );
    const [waiting] = rows;
    if (!waiting) throw fail('appeal-unknown');
    if (waiting.own) throw fail('appeal-same');
    const { rowCount } = await tx.query(
      `UPDATE house_appeals SET state = $2, answer = $3, staff_id = $4 WHERE decision_id = $1 AND state = 'open'`,
      [i.decision, i.grant ? 'granted' : 'refused', i.words, staff],
    );
    if (rowCount === 0) throw fail('appeal-unknown');
    if (i.grant) await undo(tx, { ...waiting, decision: i.decision, today: dayOf(now) });
    await tellDecided(tx, { subject: i.decision, to: [waiting.owner], day: dayOf(now) });
    await count(tx, epochOf(now), i.grant ? 'grant' : 'refuse');
  });
}
