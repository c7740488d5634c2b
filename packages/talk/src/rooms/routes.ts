import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { answerAnyone } from '../read.ts';
import { giveRoomKey } from './key.ts';
import { presentRoom } from './present.ts';
import { listRooms } from './store.ts';

export const roomHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'rooms' | 'roomKey'>> => ({
  rooms: ({ request, reply }) =>
    answerAnyone(ctx, { request, reply }, async () => ({
      rooms: (await listRooms(ctx.pool)).map(presentRoom),
    })),
  roomKey: ({ params, body }) => giveRoomKey(ctx, params.room, body),
});
