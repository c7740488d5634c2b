import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { giveRoomKey } from './key.ts';
import { presentRoom } from './present.ts';
import { listRooms } from './store.ts';

export const roomHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'rooms' | 'roomKey'>> => ({
  rooms: async ({ request, reply }) => {
    const rows = await listRooms(ctx.pool);
    return sendPublic(request, reply, { rooms: rows.map(presentRoom) });
  },
  roomKey: ({ params, body }) => giveRoomKey(ctx, params.room, body),
});
