import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { answerReader } from '../read.ts';
import { bytesOf } from '../wire.ts';
import { answerOfficially, viewOfficial } from './service.ts';

/** Handlers of the right of reply. */
export const officialHandlers = (
  ctx: TalkContext,
): Handlers<Pick<typeof talkRoutes, 'official' | 'answerOfficially'>> => ({
  official: ({ params, request, reply }) =>
    answerReader(ctx, { room: params.room, request, reply }, async () =>
      viewOfficial(ctx, { room: await ctx.rooms.require(params.room), thread: bytesOf(params.thread) }),
    ),
  answerOfficially: async ({ params, body }) =>
    answerOfficially(
      ctx,
      { room: await ctx.rooms.require(params.room), thread: bytesOf(params.thread) },
      body,
    ),
});
