import { type Info, talkLimits, type talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import { isoWeek } from '@teahouse/protocol';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { textOf } from '../wire.ts';
import { draw } from './service.ts';

export const tokenHandlers = (ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'info' | 'draw'>> => ({
  info: async ({ request, reply }) => sendPublic(request, reply, await info(ctx)),
  draw: ({ body }) => draw(ctx, body),
});

async function info(ctx: TalkContext): Promise<Info> {
  const { instance } = ctx.window.view();
  const keys = await ctx.tokenKeys.counting();
  return {
    instance,
    log: ctx.talkLog.book().info,
    floor: ctx.config.floor,
    week: isoWeek(ctx.clock.now()),
    tokenKeys: keys.map(({ id, month, spki, logged }) => ({
      id: textOf(id),
      month,
      publicKey: textOf(spki),
      logged,
    })),
    limits: { tokensPerWeek: talkLimits.tokensPerWeek },
  };
}
