import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { TalkContext } from './context.ts';
import { sendRendered } from './public-reply.ts';
import { ReadyJson } from './ready-json.ts';
import { isInside, type OpenRoom } from './rooms/service.ts';

type Reader = Pick<TalkContext, 'rooms' | 'roomKeys' | 'cache'>;

/**
 * The room that a request reads, when whoever asks may read it, and until when (milliseconds since 1970) it may. Judged by
 * the room alone, before anything in it is looked for: whatever is asked for, a closed room gives one answer. Throws
 * `unknown-room`, `room-closed`.
 */
export async function requireReadable(
  ctx: Reader,
  room: string,
  request: FastifyRequest,
): Promise<OpenRoom & { readonly until: number }> {
  const found = await ctx.rooms.require(room);
  return { ...found, until: ctx.roomKeys.requireReader(found, request) };
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
  if (!isInside(found)) return sendRendered(request, reply, await ctx.cache.read(request.url, room, read));
  const answer = await read();
  reply.header('cache-control', 'private, no-store');
  if (answer instanceof ReadyJson) return reply.type('application/json; charset=utf-8').send(answer.text);
  return reply.send(answer);
}

/** Answers a read over all public rooms with what `read` returns. */
export async function answerAnyone(
  ctx: Pick<TalkContext, 'cache'>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  read: () => Promise<unknown>,
): Promise<FastifyReply> {
  return sendRendered(request, reply, await ctx.cache.read(request.url, null, read));
}
