import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { knows } from '../public-reply.ts';
import { requireReadable } from '../read.ts';
import { isInside } from '../rooms/service.ts';
import { bytesOf } from '../wire.ts';
import { readShown } from './store.ts';

/*
 * Five minutes, and not for ever although the address is a hash: a picture that its author deletes, or a moderator
 * removes, must be gone soon from every cache on the way.
 */
const forAWhile = 'public, max-age=300';
/** Opened by itself in a tab, it can do nothing: whoever got markup into it has a page without any right. */
export const asPictureOnly = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'inline; filename="picture.webp"',
};

export const pictureHandlers = (
  ctx: Pick<TalkContext, 'pool' | 'objects' | 'rooms' | 'roomKeys' | 'cache'>,
): Handlers<Pick<typeof talkRoutes, 'picture'>> => ({
  /** Throws `unknown-room`, `room-closed`, `unknown-picture`. One statement, also where the caller has it: it may be gone. */
  async picture({ params, request, reply }) {
    const room = await requireReadable(ctx, params.room, request);
    const shown = await readShown(ctx, params.room, bytesOf(params.hash));
    if (!shown) throw refuse('unknown-picture');
    const etag = `"${params.hash}"`;
    reply.headers(asPictureOnly).header('cache-control', isInside(room) ? 'private, no-store' : forAWhile);
    if (isInside(room)) return reply.type('image/webp').send(shown);
    reply.header('etag', etag);
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('image/webp').send(shown);
  },
});
