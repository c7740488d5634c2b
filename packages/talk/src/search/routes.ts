import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { requireReadable } from '../read.ts';
import { slotNumber } from '../wire.ts';
import { search } from './service.ts';

/** What is looked for stands in the address. So answers are kept nowhere: not here, not on the way, not on a disk. */
export const searchHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'search'>> => ({
  search: async ({ query, request, reply }) => {
    const room = query.room === undefined ? undefined : await requireReadable(ctx, query.room, request);
    const asked = { room, now: slotNumber(ctx.clock.now()), distributed: ctx.distributed };
    const page = await search(ctx.reads.of(query.room ?? null), query, asked);
    reply.header('cache-control', 'private, no-store').type('application/json; charset=utf-8');
    // As a text: it was shaped by present.ts, and need not be looked through again.
    return reply.send(JSON.stringify(page));
  },
});
