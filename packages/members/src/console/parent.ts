import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Change } from './companies.ts';
import { record } from './log.ts';

/**
 * Says to which company one belongs, or to none. From then on both are one employer to who is open to work (open/sight.ts).
 * Throws `company-unknown`, `company-circle`.
 */
export async function setParent(
  ctx: Context,
  company: string,
  { parent, ...change }: Change & { parent: string | null },
): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    // One at a time, as two changes could close a circle that neither sees. It is the lock of the record, which comes anyway.
    await tx.query('SELECT FROM console_head FOR UPDATE');
    const { rows } = await tx.query<{ known: boolean; circle: boolean }>(
      `WITH RECURSIVE up AS (SELECT $2::text AS id WHERE $2 IS NOT NULL
           UNION SELECT c.parent_id FROM up JOIN companies c ON c.id = up.id WHERE c.parent_id IS NOT NULL),
         asked AS (SELECT (SELECT count(*) FROM companies WHERE id IN ($1, $2) AND status = 'approved')
             = (SELECT count(DISTINCT id) FROM unnest(ARRAY[$1, $2]) AS id) AS known,
           EXISTS (SELECT FROM up WHERE id = $1) AS circle),
         put AS (UPDATE companies SET parent_id = $2 FROM asked WHERE companies.id = $1 AND known AND NOT circle)
       SELECT known, circle FROM asked`,
      [company, parent],
    );
    if (!rows[0]?.known) throw fail('company-unknown');
    if (rows[0].circle) throw fail('company-circle');
    await record(tx, { ...change, act: 'company-parent', subject: company, value: parent ?? '' });
  });
}
