import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { answerAnyone, answerReader } from '../read.ts';
import { isInside } from '../rooms/service.ts';
import { createDecisionCounts } from './counts.ts';
import { settledSlot } from './present.ts';
import { noticesOfDay, pageOfDecisions } from './public.ts';

type Names = 'bulkNotices' | 'roomNotices' | 'decisions' | 'decisionCounts';

/** What was decided, for everybody: each by a role, with a rule and in words. */
export function orderHandlers(ctx: TalkContext): Handlers<Pick<typeof talkRoutes, Names>> {
  const { pool, clock } = ctx;
  const settled = () => settledSlot(clock.now());
  const everywhere = { room: undefined, inside: false };
  const scopeOf = async (room: string) => ({ room, inside: isInside(await ctx.rooms.require(room)) });
  const counts = createDecisionCounts();
  return {
    bulkNotices: async ({ query, request, reply }) =>
      sendPublic(request, reply, await noticesOfDay(pool, everywhere, query, settled())),
    roomNotices: ({ params: { room }, query, request, reply }) =>
      answerReader(ctx, { room, request, reply }, async () =>
        noticesOfDay(pool, await scopeOf(room), query, settled()),
      ),
    /** Of a room for colleagues only with its key. */
    decisions: ({ query, request, reply }) => {
      const { room } = query;
      if (room === undefined)
        return answerAnyone(ctx, { request, reply }, () =>
          pageOfDecisions(pool, everywhere, query, settled()),
        );
      return answerReader(ctx, { room, request, reply }, async () =>
        pageOfDecisions(pool, await scopeOf(room), query, settled()),
      );
    },
    decisionCounts: ({ request, reply }) =>
      answerAnyone(ctx, { request, reply }, () => counts(pool, settled(), clock.now())),
  };
}
