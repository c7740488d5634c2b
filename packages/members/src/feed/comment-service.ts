import { type Comment, type CommentPage, membersLimits as l } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { forgetComments, tell } from '../notices/tell.ts';
import { type Reader, readCards } from '../people/cards.ts';
import * as store from './comment-store.ts';
import { readNumbers } from './cursor.ts';
import type { Member } from './post-service.ts';

const present = ({ root: _root, n: _n, ...row }: store.CommentRow): Comment => row;

/** A page of comments, in two statements. Throws `post-unknown`, `cursor-invalid`. */
export async function listComments(
  db: Queryable,
  reader: Reader,
  i: { post: string; after: string | undefined },
): Promise<CommentPage> {
  const [root = '0', n = '0'] = i.after === undefined ? [] : readNumbers(i.after, 2);
  const rows = await store.readComments(db, { reader: reader.account, post: i.post, root, n });
  if (!rows) throw fail('post-unknown');
  const page = rows.slice(0, l.commentPage);
  const cards = await readCards(db, reader, [...new Set(page.map(({ author }) => author))]);
  const last = rows.length > l.commentPage ? page.at(-1) : undefined;
  return {
    comments: page.filter(({ author }) => cards.has(author)).map(present),
    people: [...cards.values()],
    next: last ? `${last.root}.${last.n}` : null,
  };
}

/**
 * Comments, or answers a comment: an answer's answer stands beside it. The post's author is told, and who is answered.
 * Throws `post-unknown`, `comment-unknown`.
 */
export async function addComment(
  ctx: Context,
  who: Member,
  i: { post: string; text: string; under: string | undefined },
): Promise<Comment> {
  const { account, today: day } = who;
  const { post, text } = i;
  const id = await withTransaction(ctx.pool, async (tx) => {
    const next = await store.nextComment(tx, account, post);
    if (!next) throw fail('post-unknown');
    const answered =
      i.under === undefined ? undefined : await store.findAnswered(tx, { account, post, comment: i.under });
    if (i.under !== undefined && !answered) throw fail('comment-unknown');
    const place = { root: answered?.root ?? next.n, n: next.n, under: answered?.under ?? null };
    const made = await store.insertComment(tx, { post, ...place, author: account, day, text });
    if (answered) await tell(tx, { kind: 'reply', subject: post, by: account, to: [answered.author], day });
    if (answered?.author !== next.author)
      await tell(tx, { kind: 'comment', subject: post, by: account, to: [next.author], day });
    return made;
  });
  return requireComment(ctx.pool, who, id);
}

/** Throws `comment-unknown`, also where it is not the member's own. */
export async function editComment(
  ctx: Context,
  who: Member,
  comment: string,
  text: string,
): Promise<Comment> {
  const done = await store.updateComment(ctx.pool, { author: who.account, comment, text });
  if (!done) throw await whyNot(ctx.pool, who, comment);
  return requireComment(ctx.pool, who, comment);
}

/** Deletes one's own, or one below one's own post, with its answers. Throws `comment-unknown`, `post-not-yours`. */
export async function deleteComment(ctx: Context, who: Member, comment: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const gone = await store.deleteComment(tx, who.account, comment);
    if (!gone) throw await whyNot(tx, who, comment);
    await forgetComments(tx, gone.post);
  });
}

async function requireComment(db: Queryable, who: Member, comment: string): Promise<Comment> {
  const row = await store.readComment(db, who.account, comment);
  if (!row) throw fail('comment-unknown');
  return present(row);
}

async function whyNot(db: Queryable, who: Member, comment: string) {
  const seen = await store.readComment(db, who.account, comment);
  return fail(seen ? 'post-not-yours' : 'comment-unknown');
}
