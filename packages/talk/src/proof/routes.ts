import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';
import { bytesOf } from '../wire.ts';
import { createActsTrees } from './acts-trees.ts';
import { proofOf } from './service.ts';

export function proofHandlers(ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'proof'>> {
  const trees = createActsTrees(ctx.pool);
  return {
    proof: async ({ params, request, reply }) =>
      sendPublic(request, reply, await proofOf(ctx, trees, params.room, bytesOf(params.post))),
  };
}
