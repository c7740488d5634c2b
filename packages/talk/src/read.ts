import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { TalkContext } from './context.ts';
import { sendPublic } from './public-reply.ts';
import { isInside, type OpenRoom } from './rooms/service.ts';

type Reader = Pick<TalkContext, 'rooms' | 'roomKeys'>;

/** The room that a request reads, when whoever asks may read it. Throws `unknown-room`, `room-closed`. */
export async function requireReadable(ctx: Reader, room: string, request: FastifyRequest): Promise<OpenRoom> {
  const found = await ctx.rooms.require(room);
  ctx.roomKeys.requireReader(found, request);
  return found;
}

/**
 * Answers a read of a room with what `read` returns. What only colleagues may see is kept nowhere on its way.
 */
export async function answerReader(
  ctx: Reader,
  { room, request, reply }: { room: string; request: FastifyRequest; reply: FastifyReply },
  read: () => Promise<unknown>,
): Promise<FastifyReply> {
  const found = await requireReadable(ctx, room, request);
  const value = await read();
  if (!isInside(found)) return sendPublic(request, reply, value);
  return reply.header('cache-control', 'private, no-store').send(value);
}
