import type { FastifyRequest } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberIfAny } from './access.ts';
import { claimOf, noteSession } from './accounts/sessions.ts';
import { signedIn } from './accounts/store.ts';
import type { Context } from './context.ts';
import { fail } from './errors.ts';

/** A statement that reads, with the name under which it is prepared. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}
/** What is asked for a member; `account` stands at `$1`. */
export type Asking = (who: { readonly account: string; readonly today: string }) => Statement;

/**
 * The pages that are asked for most look at the session in the statement that reads them: a statement costs about what all
 * else of a short answer does (decision 19). As `findSignedIn`, and where the session has ended nothing is read.
 */
const behindSession = (
  { name, text, values }: Statement,
  session: { generation: number; session: string },
) => ({
  name: `signed-in-${name}`,
  text: `WITH signed AS MATERIALIZED (SELECT ${signedIn('$1', `$${values.length + 1}`, `$${values.length + 2}`)} AS here)
    SELECT signed.here AS signed_in, page.* FROM signed
      LEFT JOIN (SELECT true AS found, asked.* FROM (${text}) asked) page ON signed.here`,
  values: [...values, session.generation, session.session],
});

/** The rows of a statement for who asks with a session or a token; undefined for a visitor, also where a session has ended. */
export async function askIfSignedIn<Row extends object>(
  ctx: Context,
  request: FastifyRequest,
  asking: Asking,
): Promise<{ readonly account: string; readonly rows: Row[] } | undefined> {
  const today = dayOf(ctx.clock.now());
  const member = memberIfAny(request);
  if (member) {
    const { name, text, values } = asking({ account: member.account, today });
    const { rows } = await ctx.pool.query<Row>({ name, text, values: [...values] });
    return { account: member.account, rows };
  }
  const claim = claimOf(ctx, request);
  if (!claim) return undefined;
  const statement = behindSession(asking({ account: claim.account, today }), claim);
  const { rows } = await ctx.pool.query<Row & { signed_in: boolean; found: true | null }>(statement);
  if (!rows[0]?.signed_in) return undefined;
  noteSession(ctx, request, claim);
  return { account: claim.account, rows: rows.filter(({ found }) => found) };
}

/** The rows of a statement for the member who asks. Throws `signed-out`. */
export async function askSignedIn<Row extends object>(
  ctx: Context,
  request: FastifyRequest,
  asking: Asking,
): Promise<Row[]> {
  const asked = await askIfSignedIn<Row>(ctx, request, asking);
  if (!asked) throw fail('signed-out');
  return asked.rows;
}
