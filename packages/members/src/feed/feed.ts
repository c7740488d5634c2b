import type { FeedOrder } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members';
import type { FastifyRequest } from '@teahouse/kit/http';
import { askSignedIn } from '../asking.ts';
import type { Context } from '../context.ts';
import { readNumbers } from './cursor.ts';
import { askNewest, askRanked, lowOf, type NewestRow, newest, type RankedRow } from './feed-store.ts';
import type { PageRow } from './page-sql.ts';

/** A page of the feed of who asks, as JSON, in one statement. Throws `cursor-invalid`, `signed-out`. */
export function readFeed(
  ctx: Context,
  request: FastifyRequest,
  i: { order: FeedOrder; after: string | undefined },
): Promise<string> {
  return i.order === 'newest' ? readByDay(ctx, request, i.after) : readByRank(ctx, request, i.after);
}

async function readByDay(ctx: Context, request: FastifyRequest, after: string | undefined): Promise<string> {
  const [before = newest] = after === undefined ? [] : readNumbers(after, 1);
  const row = await one<NewestRow>(ctx, request, askNewest(before));
  return jsonOf(row, row.count > l.feedPage ? row.last_seq : lowOf(row));
}

/** Any score is below it. */
const best = '1000';

/** The cursor holds the post that was the newest, so that what comes meanwhile moves nothing: score, post, newest. */
async function readByRank(ctx: Context, request: FastifyRequest, after: string | undefined): Promise<string> {
  const [score = best, seq = newest, top = newest] = after === undefined ? [] : readNumbers(after, 3);
  const row = await one<RankedRow>(ctx, request, askRanked({ top, after: { score, seq } }));
  const ceiling = after === undefined ? row.ceiling : top;
  return jsonOf(row, row.count > l.feedPage ? `${row.last_score}.${row.last_seq}.${ceiling}` : null);
}

async function one<Row extends PageRow>(...ask: Parameters<typeof askSignedIn>): Promise<Row> {
  const [row] = await askSignedIn<Row>(...ask);
  if (!row) throw new TypeError('one row always comes back');
  return row;
}

const jsonOf = ({ posts, people }: PageRow, next: string | null): string =>
  `{"posts":[${posts}],"people":[${people}],"next":${JSON.stringify(next)}}`;
