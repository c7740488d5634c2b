import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { bytesOf } from '../wire.ts';
import { historyOf } from './history.ts';
import { roomTopic, threadTopic } from './live.ts';
import { pageOfThreads, viewThread } from './service.ts';

type Routes = Pick<
  typeof talkRoutes,
  'latest' | 'threads' | 'thread' | 'history' | 'roomEvents' | 'threadEvents'
>;

export const threadHandlers = (ctx: TalkContext): Handlers<Routes> => ({
  latest: async ({ query, request, reply }) =>
    sendPublic(request, reply, await pageOfThreads(ctx.pool, undefined, query)),
  threads: async ({ params, query, request, reply }) => {
    await ctx.rooms.require(params.room);
    return sendPublic(request, reply, await pageOfThreads(ctx.pool, params.room, query));
  },
  thread: async ({ params, query, request, reply }) => {
    await ctx.rooms.require(params.room);
    return sendPublic(request, reply, await viewThread(ctx.pool, params.room, bytesOf(params.thread), query));
  },
  history: async ({ params, request, reply }) => {
    await ctx.rooms.require(params.room);
    return sendPublic(request, reply, await historyOf(ctx.pool, params.room, bytesOf(params.post)));
  },
  roomEvents: async ({ params, request, reply }) => {
    await ctx.rooms.require(params.room);
    ctx.live.follow(request, reply, roomTopic(params.room));
    return reply;
  },
  threadEvents: async ({ params, request, reply }) => {
    await ctx.rooms.require(params.room);
    ctx.live.follow(request, reply, threadTopic(params.room, params.thread));
    return reply;
  },
});
