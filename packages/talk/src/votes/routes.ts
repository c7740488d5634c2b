import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { answerReader } from '../read.ts';
import { bytesOf } from '../wire.ts';
import { ballotsOn, reactionsTo } from './lists.ts';

export const voteHandlers = (
  ctx: TalkContext,
): Handlers<Pick<typeof talkRoutes, 'reactions' | 'ballots'>> => ({
  reactions: ({ params: { room, post }, query, request, reply }) =>
    answerReader(ctx, { room, request, reply }, () =>
      reactionsTo(ctx.reads.of(room), room, bytesOf(post), query.after),
    ),
  ballots: ({ params: { room, post, kind }, query, request, reply }) =>
    answerReader(ctx, { room, request, reply }, () =>
      ballotsOn(ctx.reads.of(room), { room, post: bytesOf(post), kind }, query.after),
    ),
});
