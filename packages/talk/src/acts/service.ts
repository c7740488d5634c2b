import type { Accepted, Envelope } from '@teahouse/contract/talk';
import type { z } from 'zod';
import type { TalkContext } from '../context.ts';
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
  await ctx.rooms.require(room);
  const keys = await ctx.tokenKeys.counting();
  const act = openEnvelope(envelope, { instance: ctx.window.view().instance, room, keys });
  return act.header.type === 'post' ? acceptPost(ctx, act, keys[0]!) : acceptChange(ctx, act);
}
