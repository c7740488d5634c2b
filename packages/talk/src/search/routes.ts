import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { answerReader } from '../read.ts';
import { slotNumber } from '../wire.ts';
import { search } from './service.ts';

export const searchHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'search'>> => ({
  search: async ({ query, request, reply }) => {
    const now = slotNumber(ctx.clock.now());
    const { room } = query;
    if (room === undefined) {
      return sendPublic(request, reply, await search(ctx.pool, query, { room: undefined, now }));
    }
    return answerReader(ctx, { room, request, reply }, async () =>
      search(ctx.pool, query, { room: await ctx.rooms.require(room), now }),
    );
  },
});
