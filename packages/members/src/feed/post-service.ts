import type { AddPost, LinkPreview, OnePost, Picture, PostPage } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members';
import { type Queryable, withTransaction } from '@teahouse/kit/pool';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { forget, tell } from '../notices/tell.ts';
import type { Reader } from '../people/cards.ts';
import { dropUses, useDrafts } from '../pictures/store.ts';
import { indexPosts, writeWords } from '../search/posts.ts';
import { readNumbers } from './cursor.ts';
import { newest } from './feed-store.ts';
import * as store from './post-store.ts';
import { presentPosts } from './rows.ts';

export type Member = Reader & { readonly account: string };
type Draft = z.output<typeof AddPost>;

/** One post as the reader sees it. Throws `post-unknown`, also where it is not for the reader. Two statements. */
export async function readOne(db: Queryable, reader: Reader, id: string): Promise<OnePost> {
  const row = await store.readPost(db, reader.account, id);
  const { posts, people } = await presentPosts(db, reader, row ? [row] : []);
  const [post] = posts;
  if (!post) throw fail('post-unknown');
  return { post, people };
}

/** What a member posted, as far as it is for the reader. Throws `cursor-invalid`. */
export async function readPostsBy(
  db: Queryable,
  reader: Reader,
  i: { author: string; after: string | undefined },
): Promise<PostPage> {
  const [before = newest] = i.after === undefined ? [] : readNumbers(i.after, 1);
  const rows = await store.readPostsBy(db, { reader: reader.account, author: i.author, before });
  const page = rows.slice(0, l.feedPage);
  const next = rows.length > l.feedPage ? (page.at(-1)?.seq ?? null) : null;
  return { ...(await presentPosts(db, reader, page)), next };
}

/**
 * Posts, and leaves it to the background to write it into the feeds of others. The link's preview is fetched before, and
 * never taken from the app. Throws `post-empty`, `picture-unknown`, `post-unknown`, `share-closed`, `link-refused`.
 */
export async function addPost(ctx: Context, who: Member, draft: Draft): Promise<OnePost> {
  const { text, audience, shares } = draft;
  const says = text !== '' || draft.pictures.length > 0 || draft.link !== undefined || shares !== undefined;
  if (!says) throw fail('post-empty');
  const link = draft.link === undefined ? null : await ctx.links.preview(who, draft.link);
  const id = await withTransaction(ctx.pool, async (tx) => {
    const shared = shares === undefined ? null : await requireShareable(tx, who, shares);
    const pictures = await takePictures(tx, who, draft.pictures, link);
    const author = who.account;
    const { id: post, seq } = await store.insertPost(tx, {
      ...{ author, day: who.today, audience, text, shared: shared?.id ?? null },
      ...{ pictures: pictures.shown, link: pictures.link },
    });
    await usePictures(tx, { post, author, ...pictures });
    await writeWords(tx, [{ id: post, seq, text, title: link?.title ?? null }]);
    if (shared)
      await tell(tx, { kind: 'share', subject: shared.id, by: author, to: [shared.author], day: who.today });
    return post;
  });
  ctx.requestSpread();
  return readOne(ctx.pool, who, id);
}

async function requireShareable(tx: Queryable, who: Member, post: string) {
  const found = await store.findToShare(tx, who.account, post);
  if (!found) throw fail('post-unknown');
  if (found.audience !== 'everyone') throw fail('share-closed');
  return found;
}

const hashOf = (picture: string) => Buffer.from(picture, 'base64url');

/** The pictures a post shows, out of its author's drafts; a preview's that is gone is left out. */
async function takePictures(
  tx: Queryable,
  who: Member,
  wanted: readonly string[],
  link: LinkPreview | null,
): Promise<{ shown: Picture[]; link: LinkPreview | null }> {
  const asked = [...new Set(wanted)];
  const ofLink = link?.picture ? [link.picture.picture] : [];
  if (asked.length + ofLink.length === 0) return { shown: [], link };
  const drafts = await store.readDrafts(tx, who.account, [...asked, ...ofLink].map(hashOf));
  const shown = asked.map((picture) => drafts.get(picture)).filter((picture) => picture !== undefined);
  if (shown.length < asked.length) throw fail('picture-unknown');
  const picture = link?.picture ? (drafts.get(link.picture.picture) ?? null) : null;
  return { shown, link: link && { ...link, picture } };
}

async function usePictures(
  tx: Queryable,
  i: { post: string; author: string; shown: readonly Picture[]; link: LinkPreview | null },
): Promise<void> {
  const of = (pictures: readonly Picture[]) => ({
    ...{ holder: i.post, account: i.author },
    hashes: pictures.map(({ picture }) => hashOf(picture)),
  });
  const isShown = i.shown.some(({ picture }) => picture === i.link?.picture?.picture);
  const ofLink = i.link?.picture && !isShown ? [i.link.picture] : [];
  await useDrafts(tx, { kind: 'post', ...of(i.shown) });
  await useDrafts(tx, { kind: 'link', ...of(ofLink) });
}

/** Changes the words. Throws `post-unknown`, `post-not-yours`, `post-empty`. */
export async function editPost(ctx: Context, who: Member, post: string, text: string): Promise<OnePost> {
  const done = await withTransaction(ctx.pool, async (tx) => {
    const written = await store.updateText(tx, { author: who.account, post, text });
    if (written === 'done') await indexPosts(tx, [post]);
    return written;
  });
  if (done === 'empty') throw fail('post-empty');
  if (done === 'none') throw await whyNot(ctx.pool, who, post);
  return readOne(ctx.pool, who, post);
}

/** Deletes a post for good, with all that hangs on it. Throws `post-unknown`, `post-not-yours`. */
export async function deletePost(ctx: Context, who: Member, post: string): Promise<void> {
  await withTransaction(ctx.pool, async (tx) => {
    const gone = await store.deletePost(tx, who.account, post);
    if (!gone) throw await whyNot(tx, who, post);
    await dropUses(tx, { kinds: ['post', 'link'], holder: post });
    await forget(tx, { subject: post });
    if (gone.unshared) await forget(tx, { kind: 'share', subject: gone.unshared, by: who.account });
  });
}

/** Whoever may not see a post does not learn that it is there. */
async function whyNot(db: Queryable, who: Member, post: string) {
  return fail((await store.hasPost(db, who.account, post)) ? 'post-not-yours' : 'post-unknown');
}
