import type { FeedRoutes } from '@teahouse/contract/members';
import { membersLimits as l } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { readCards } from '../people/cards.ts';
import { countedMember, countedReader } from '../people/reading.ts';
import * as comments from './comment-service.ts';
import { readId } from './cursor.ts';
import { readFeed } from './feed.ts';
import * as muted from './muted-store.ts';
import * as posts from './post-service.ts';
import { hasPost } from './post-store.ts';
import * as reactions from './reaction-service.ts';

/** Handlers of the feed: posts, what is said and felt about them, and what a member wants no more of. */
export function feedHandlers(ctx: Context): Handlers<FeedRoutes> {
  const me = (request: FastifyRequest): posts.Member => ({
    account: memberOf(request).account,
    today: dayOf(ctx.clock.now()),
  });
  return {
    // The hot one: put together field by field, so its schema is held against it by a test and not for each reader.
    async feed({ query, request, reply }) {
      const page = await readFeed(ctx, request, { order: query.order, after: query.after });
      return reply.type('application/json; charset=utf-8').send(page);
    },
    async addPost({ body, request }) {
      await ctx.brakes.post(memberOf(request).account);
      return posts.addPost(ctx, me(request), body);
    },
    postsBy: async ({ query, request }) =>
      posts.readPostsBy(ctx.pool, await countedReader(ctx, request), {
        author: query.author,
        after: query.after,
      }),
    post: async ({ params, request }) =>
      posts.readOne(ctx.pool, await countedReader(ctx, request), params.post),
    editPost: ({ params, body, request }) => posts.editPost(ctx, me(request), params.post, body.text),
    async deletePost({ params, request }) {
      await posts.deletePost(ctx, me(request), params.post);
    },
    async hidePost({ params, request }) {
      const { account } = me(request);
      if (!(await hasPost(ctx.pool, account, params.post))) throw fail('post-unknown');
      await muted.insertHidden(ctx.pool, account, params.post);
    },
    async unhidePost({ params, request }) {
      await muted.deleteHidden(ctx.pool, me(request).account, params.post);
    },
    async react({ params, body, request }) {
      await ctx.brakes.reaction(memberOf(request).account);
      await reactions.react(ctx, me(request), params.post, body.kind);
    },
    async unreact({ params, request }) {
      await reactions.unreact(ctx, me(request), params.post);
    },
    async reactions({ params, query, request }) {
      await countedMember(ctx, request);
      return reactions.listReactions(ctx, me(request), { post: params.post, after: query.after });
    },
    comments: async ({ params, query, request }) =>
      comments.listComments(ctx.pool, await countedReader(ctx, request), {
        post: params.post,
        after: query.after,
      }),
    async addComment({ params, body, request }) {
      await ctx.brakes.comment(memberOf(request).account);
      const { text, under } = body;
      return { comment: await comments.addComment(ctx, me(request), { post: params.post, text, under }) };
    },
    editComment: async ({ params, body, request }) => ({
      comment: await comments.editComment(ctx, me(request), params.comment, body.text),
    }),
    async deleteComment({ params, request }) {
      await comments.deleteComment(ctx, me(request), params.comment);
    },
    async mutes({ query, request }) {
      const after = query.after === undefined ? undefined : readId(query.after);
      const ids = await muted.readMutes(ctx.pool, me(request).account, after);
      const page = ids.slice(0, l.peoplePage);
      const cards = await readCards(ctx.pool, me(request), page);
      const next = ids.length > l.peoplePage ? (page.at(-1) ?? null) : null;
      return { members: page.flatMap((id) => cards.get(id) ?? []), next };
    },
    async mute({ params, request }) {
      if (!(await muted.insertMute(ctx.pool, me(request).account, params.member)))
        throw fail('member-unknown');
    },
    async unmute({ params, request }) {
      await muted.deleteMute(ctx.pool, me(request).account, params.member);
    },
    async previewLink({ body, request }) {
      await ctx.brakes.preview(memberOf(request).account);
      return ctx.links.preview(me(request), body.url);
    },
  };
}
