import type { Accepted, Envelope } from '@teahouse/contract/talk';
import type { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { acceptBallot } from '../votes/ballot.ts';
import { acceptReaction } from '../votes/reaction.ts';
import { acceptChange } from './change.ts';
import { openEnvelope } from './envelope.ts';
import { acceptPost } from './post.ts';

/**
 * Takes an act or refuses it with one code and nothing written. The same envelope again gets the same answer.
 * protocol.md 4. For codes see `talkErrors`.
 */
export async function accept(
  ctx: TalkContext,
  room: string,
  envelope: z.output<typeof Envelope>,
): Promise<z.input<typeof Accepted>> {
  const facts = await ctx.rooms.require(room);
  const keys = await ctx.tokenKeys.counting();
  const act = openEnvelope(envelope, { instance: ctx.window.view().instance, room: facts, keys });
  if (act.header.type === 'post') return acceptPost(ctx, act, keys[0]!);
  if (act.header.type === 'react') return acceptReaction(ctx, act);
  if (act.header.type === 'ballot') return acceptBallot(ctx, act);
  return acceptChange(ctx, act);
}
