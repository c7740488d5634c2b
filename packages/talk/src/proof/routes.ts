import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { answerReader } from '../read.ts';
import { bytesOf } from '../wire.ts';
import { createActsTrees } from './acts-trees.ts';
import { proofOf } from './service.ts';

export function proofHandlers(ctx: TalkContext): Handlers<Pick<typeof talkRoutes, 'proof'>> {
  const trees = createActsTrees(ctx.pool);
  return {
    proof: ({ params: { room, post }, request, reply }) =>
      answerReader(ctx, { room, request, reply }, () => proofOf(ctx, trees, room, bytesOf(post))),
  };
}
