import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { answerReader } from '../read.ts';
import { bulkAliases, bulkPosts, bulkRefunds, bulkSpent } from './service.ts';

type Names =
  | 'bulkAliases'
  | 'bulkPosts'
  | 'bulkSpent'
  | 'bulkRefunds'
  | 'roomAliases'
  | 'roomPosts'
  | 'roomRefunds';

/** Files over all public rooms, and the same of one room for those who may read it. */
export const bulkHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, Names>> => {
  const everywhere = () => ctx.reads.of(null);
  return {
    bulkAliases: async ({ query, request, reply }) =>
      sendPublic(request, reply, await bulkAliases(everywhere(), undefined, query.after)),
    bulkPosts: async ({ query, request, reply }) =>
      sendPublic(request, reply, await bulkPosts(everywhere(), undefined, query)),
    bulkSpent: async ({ query, request, reply }) =>
      sendPublic(request, reply, await bulkSpent(everywhere(), query)),
    bulkRefunds: async ({ query, request, reply }) =>
      sendPublic(request, reply, await bulkRefunds(everywhere(), undefined, query)),
    roomAliases: ({ params: { room }, query, request, reply }) =>
      answerReader(ctx, { room, request, reply }, () => bulkAliases(ctx.reads.of(room), room, query.after)),
    roomPosts: ({ params: { room }, query, request, reply }) =>
      answerReader(ctx, { room, request, reply }, () => bulkPosts(ctx.reads.of(room), room, query)),
    roomRefunds: ({ params: { room }, query, request, reply }) =>
      answerReader(ctx, { room, request, reply }, () => bulkRefunds(ctx.reads.of(room), room, query)),
  };
};
