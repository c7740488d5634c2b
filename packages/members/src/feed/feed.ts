import { type FeedOrder, membersLimits as l, type PostPage } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Reader } from '../people/cards.ts';
import { readNumbers } from './cursor.ts';
import { newest, readNewest, readRanked } from './feed-store.ts';
import { presentPosts } from './rows.ts';

type Member = Reader & { readonly account: string };

/** A page of the reader's feed, in two statements. Throws `cursor-invalid`. */
export function readFeed(
  db: Queryable,
  reader: Member,
  i: { order: FeedOrder; after: string | undefined },
): Promise<PostPage> {
  return i.order === 'newest' ? readByDay(db, reader, i.after) : readByRank(db, reader, i.after);
}

async function readByDay(db: Queryable, reader: Member, after: string | undefined): Promise<PostPage> {
  const [before = newest] = after === undefined ? [] : readNumbers(after, 1);
  const { rows, low } = await readNewest(db, reader.account, before);
  const page = rows.slice(0, l.feedPage);
  const next = rows.length > l.feedPage ? page.at(-1)?.seq : low;
  return { ...(await presentPosts(db, reader, page)), next: next ?? null };
}

/** Any score is below it. */
const best = '1000';

/** The cursor holds the post that was the newest, so that what comes meanwhile moves nothing: score, post, newest. */
async function readByRank(db: Queryable, reader: Member, after: string | undefined): Promise<PostPage> {
  const [score = best, seq = newest, top = newest] = after === undefined ? [] : readNumbers(after, 3);
  const rows = await readRanked(db, {
    reader: reader.account,
    today: reader.today,
    top,
    after: { score, seq },
  });
  const page = rows.slice(0, l.feedPage);
  const last = page.at(-1);
  const more = rows.length > l.feedPage && last;
  const ceiling = after === undefined ? last?.ceiling : top;
  const next = more ? `${last.score}.${last.seq}.${ceiling}` : null;
  return { ...(await presentPosts(db, reader, page)), next };
}
