import type { RouteSchemas } from '@teahouse/contract/common';
import { Hash, Slug } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import { z } from 'zod';
import type { TalkContext } from '../context.ts';
import { refuse } from '../errors.ts';
import { knows } from '../public-reply.ts';
import { bytesOf } from '../wire.ts';
import { readShown } from './store.ts';

/** A picture as readers are shown it, `image/webp`. */
export const pictureRoute = {
  summary: "A post's picture, as the server encoded it anew",
  access: 'public',
  params: z.object({ room: Slug, hash: Hash }),
} as const satisfies RouteSchemas;

/*
 * Five minutes, and not for ever although the address is a hash: a picture that its author deletes, or a moderator
 * removes, must be gone soon from every cache on the way.
 */
const forAWhile = 'public, max-age=300';
/** Opened by itself in a tab, it can do nothing: whoever got markup into it has a page without any right. */
const asPictureOnly = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'inline; filename="picture.webp"',
};

type Routes = { readonly picture: typeof pictureRoute };

export const pictureHandlers = ({ pool, rooms }: Pick<TalkContext, 'pool' | 'rooms'>): Handlers<Routes> => ({
  /** Throws `unknown-room`, `not-found`. One statement, also where the caller has it already: it may be gone by now. */
  async picture({ params, request, reply }) {
    await rooms.require(params.room);
    const shown = await readShown(pool, params.room, bytesOf(params.hash));
    if (!shown) throw refuse('not-found');
    const etag = `"${params.hash}"`;
    reply.headers(asPictureOnly).header('cache-control', forAWhile).header('etag', etag);
    if (knows(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('image/webp').send(shown);
  },
});
