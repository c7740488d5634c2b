import type {
  LinkPreview,
  MemberCard,
  Picture,
  Post,
  PostAudience,
  PostReaction,
  SharedPost,
} from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { type Reader, readCards } from '../people/cards.ts';
import { canSee } from './sight.ts';

/** A post as the statements below read it. */
export interface PostRow {
  id: string;
  seq: string;
  author: string;
  day: string;
  audience: PostAudience;
  text: string;
  edited: boolean;
  pictures: Picture[];
  link: LinkPreview | null;
  is_share: boolean;
  shared: SharedPost | null;
  likes: number;
  celebrates: number;
  insights: number;
  supports: number;
  comments: number;
  shares: number;
  mine: PostReaction | null;
}

/** Columns of a post `p` for the reader `$1`; goes with `postJoins`. */
export const postColumns = `p.id, p.seq, p.author_id AS author, p.day::text, p.audience, p.text, p.edited, p.pictures, p.link,
  p.is_share, p.likes, p.celebrates, p.insights, p.supports, p.comments, p.shares, r.kind AS mine,
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'author', s.author_id, 'day', s.day,
    'audience', s.audience, 'text', s.text, 'edited', s.edited, 'pictures', s.pictures, 'link', s.link) END AS shared`;

/** The reader's own reaction, and the post that is passed on where it is for the reader. */
export const postJoins = `LEFT JOIN reactions r ON r.post_id = p.id AND r.account_id = $1::uuid
  LEFT JOIN posts s ON s.id = p.shared_id AND ${canSee('$1::uuid', 's')}`;

/** Posts with the cards of all who are named in them. What is by nobody the reader may meet is left out. One statement. */
export async function presentPosts(
  db: Queryable,
  reader: Reader,
  rows: readonly PostRow[],
): Promise<{ posts: Post[]; people: MemberCard[] }> {
  if (rows.length === 0) return { posts: [], people: [] };
  const named = rows.flatMap(({ author, shared }) => [author, shared?.author]);
  const ids = [...new Set(named.filter((id) => typeof id === 'string'))];
  const cards = await readCards(db, reader, ids);
  const posts = rows.filter(({ author }) => cards.has(author)).map((row) => presentPost(row, cards));
  return { posts, people: [...cards.values()] };
}

function presentPost(row: PostRow, cards: ReadonlyMap<string, MemberCard>): Post {
  const { id, author, day, audience, text, edited, pictures, link, comments, shares, mine } = row;
  return {
    ...{ id, author, day, audience, text, edited, pictures, link, comments, shares, mine },
    shared: row.is_share ? presentShared(row.shared, cards) : null,
    reactions: {
      like: row.likes,
      celebrate: row.celebrates,
      insightful: row.insights,
      support: row.supports,
    },
    // A feed alone says why a post is there: page-sql.ts.
    why: null,
  };
}

const presentShared = (shared: SharedPost | null, cards: ReadonlyMap<string, MemberCard>) =>
  shared && cards.has(shared.author) ? shared : 'gone';
