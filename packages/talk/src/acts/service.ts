import type { Accepted, Envelope } from '@teahouse/contract/talk';
import type { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { acceptAppeal } from '../order/appeal.ts';
import { acceptReport } from '../order/report.ts';
import type { TokenKey } from '../tokens/rsa.ts';
import { acceptBallot } from '../votes/ballot.ts';
import { acceptReaction } from '../votes/reaction.ts';
import { acceptChange } from './change.ts';
import { type OpenedAct, openEnvelope } from './envelope.ts';
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
  const accepted = await write(ctx, act, keys[0]!);
  // Before the answer leaves: whoever spoke reads their own words next. Other processes hear of it from the database.
  ctx.cache.drop(room);
  return accepted;
}

function write(ctx: TalkContext, act: OpenedAct, currentKey: TokenKey) {
  if (act.header.type === 'post') return acceptPost(ctx, act, currentKey);
  if (act.header.type === 'react') return acceptReaction(ctx, act);
  if (act.header.type === 'ballot') return acceptBallot(ctx, act);
  if (act.header.type === 'report') return acceptReport(ctx, act);
  if (act.header.type === 'appeal') return acceptAppeal(ctx, act);
  return acceptChange(ctx, act);
}
