import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { accept } from './service.ts';

export const actHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'act'>> => ({
  act: ({ params, body }) => accept(ctx, params.room, body),
});
