import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { answerAnyone, answerReader, requireReadable } from '../read.ts';
import { bytesOf, slotNumber } from '../wire.ts';
import { historyOf } from './history.ts';
import { roomTopic, threadTopic } from './live.ts';
import { pageOfThreads, viewThread } from './service.ts';
import { readThread } from './store.ts';

type Routes = Pick<
  typeof talkRoutes,
  'latest' | 'threads' | 'thread' | 'history' | 'roomEvents' | 'threadEvents'
>;

export const threadHandlers = (ctx: TalkContext): Handlers<Routes> => ({
  latest: ({ query, request, reply }) =>
    answerAnyone(ctx, { request, reply }, () =>
      pageOfThreads(ctx.reads.of(null), undefined, query, slotNumber(ctx.clock.now())),
    ),
  threads: ({ params: { room }, query, request, reply }) =>
    answerReader(ctx, { room, request, reply }, () =>
      pageOfThreads(ctx.reads.of(room), room, query, slotNumber(ctx.clock.now())),
    ),
  thread: ({ params: { room, thread }, query, request, reply }) =>
    answerReader(ctx, { room, request, reply }, () =>
      viewThread(ctx.reads.of(room), room, bytesOf(thread), query),
    ),
  history: ({ params: { room, post }, request, reply }) =>
    answerReader(ctx, { room, request, reply }, () => historyOf(ctx.reads.of(room), room, bytesOf(post))),
  roomEvents: async ({ params, request, reply }) => {
    const { until } = await requireReadable(ctx, params.room, request);
    ctx.live.follow(request, reply, roomTopic(params.room), until);
    return reply;
  },
  threadEvents: async ({ params, request, reply }) => {
    const { until } = await requireReadable(ctx, params.room, request);
    if (!(await readThread(ctx.pool, params.room, bytesOf(params.thread)))) throw refuse('unknown-thread');
    ctx.live.follow(request, reply, threadTopic(params.room, params.thread), until);
    return reply;
  },
});
