import type { Queryable } from '@teahouse/kit/pool';
import { type CountsRow, type ThreadRow, threadColumns } from './store.ts';

/** Which posts of a thread: after a place, before one, or with as many above a post as below it. */
export type PostPlace =
  | { readonly after: number }
  | { readonly before: number }
  | { readonly around: Uint8Array };

const places = {
  after: 'AND p.seq > $4 ORDER BY p.seq',
  before: 'AND p.seq < $4 ORDER BY p.seq DESC',
  // The first post comes along: a page without it could not be shown.
  around: `AND (p.seq = 0 OR p.seq >= (SELECT seq - $3::integer / 2 FROM posts WHERE room_id = $1 AND id = $4 AND thread_id = $2))
           ORDER BY p.seq`,
} as const;

/** Lengths of a pseudonym and of a key, which stand one after the other in `keys`. */
const pseudonymLength = 48;
const aliasLength = pseudonymLength + 32;

export interface ThreadPage {
  readonly thread: ThreadRow;
  /** Pieces of the posts (piece.ts) with their places, in order. */
  readonly posts: readonly { readonly seq: number; readonly shown: string }[];
  /** What others said of those of them that are shown, by place. */
  readonly counts: ReadonlyMap<number, CountsRow>;
  /** Who speaks in them; labels in JSON. */
  readonly aliases: readonly {
    readonly pseudonym: Buffer;
    readonly publicKey: Buffer;
    readonly label: string;
  }[];
}

type Count = [number, number[], number[], number, number[]];
interface PageRow extends ThreadRow {
  shown: string | null;
  first: number | null;
  last: number | null;
  counts: Count[] | null;
  keys: Buffer | null;
  labels: string | null;
}

/**
 * A thread and a page of its posts; undefined when the room has no such thread. One statement and one row: a hundred rows of
 * seventeen columns cost more on their way through the driver than all the rest of a page (decision 0015). JSON has no line
 * breaks in it, so they keep the parts apart. A list of places is one stretch of an index.
 */
export async function readPage(
  db: Queryable,
  { room, thread, place, limit }: { room: string; thread: Uint8Array; place: PostPlace; limit: number },
): Promise<ThreadPage | undefined> {
  const [[kind, value]] = Object.entries(place) as [[keyof typeof places, number | Uint8Array]];
  const { rows } = await db.query<PageRow>({
    name: `page-${kind}`,
    text: `WITH page AS MATERIALIZED (SELECT p.seq, p.pseudonym, p.mute, p.shown FROM pieces p
             WHERE p.room_id = $1 AND p.thread_id = $2 ${places[kind]} LIMIT $3::integer)
           SELECT ${threadColumns}, p.shown, p.first, p.last, y.counts, a.keys, a.labels FROM threads t,
             (SELECT string_agg(shown, E'\\n') AS shown, min(seq) AS first, max(seq) AS last FROM page) AS p,
             (SELECT json_agg(json_build_array(seq, reactions, votes, ballots, verdicts)) AS counts FROM tallies
               WHERE room_id = $1 AND thread_id = $2 AND seq = ANY(ARRAY(SELECT seq FROM page WHERE NOT mute))) AS y,
             (SELECT string_agg(pseudonym || public_key, '' ORDER BY pseudonym) AS keys,
                string_agg(label::text, E'\\n' ORDER BY pseudonym) AS labels FROM aliases
               WHERE room_id = $1 AND context = $2 AND pseudonym = ANY(ARRAY(SELECT DISTINCT pseudonym FROM page))) AS a
           WHERE t.room_id = $1 AND t.id = $2`,
    values: [room, thread, limit, value],
  });
  return rows[0] && pageOf(rows[0], kind === 'before');
}

function pageOf(row: PageRow, isBackwards: boolean): ThreadPage {
  const shown = row.shown?.split('\n') ?? [];
  if (isBackwards) shown.reverse();
  const { first, last } = row;
  // Places run without a gap, but for the one below the first post where that came along.
  const placeOf = (i: number) => (i === 0 ? (first ?? 0) : (last ?? 0) - (shown.length - 1 - i));
  const posts = shown.map((piece, i) => ({ seq: placeOf(i), shown: piece }));
  const counts = (row.counts ?? []).map(
    ([seq, reactions, votes, ballots, verdicts]) => [seq, { reactions, votes, ballots, verdicts }] as const,
  );
  const { keys } = row;
  const aliases = (row.labels?.split('\n') ?? []).flatMap((label, i) => {
    if (!keys) return [];
    const start = i * aliasLength;
    const pseudonym = keys.subarray(start, start + pseudonymLength);
    return [{ pseudonym, publicKey: keys.subarray(start + pseudonymLength, start + aliasLength), label }];
  });
  return { thread: row, posts, counts: new Map(counts), aliases };
}
