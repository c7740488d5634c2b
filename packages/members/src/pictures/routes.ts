import type { PictureRoutes } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf, readerOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { insertDraft, readPicture } from './store.ts';

/** Opened by itself in a tab, it can do nothing: whoever got markup into it has a page without any right. */
const asPictureOnly = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'inline; filename="picture.webp"',
};
/**
 * The address is the file's hash, so what is behind it never changes, and who has seen it keeps it. A cache between us and
 * many readers keeps it for minutes alone: a picture can be taken back, hidden, or closed to the world.
 */
const forEver = 'max-age=31536000, immutable';
const shared = 'public, s-maxage=300';

/** Handlers of pictures: sent before what shows them, and read one by one. */
export function pictureHandlers(ctx: Context): Handlers<PictureRoutes> {
  return {
    /** Throws `picture-invalid`, `picture-drafts`, `busy`, `too-many`. */
    async addPicture({ body, request }) {
      const { account } = memberOf(request);
      await ctx.brakes.picture(account);
      const picture = await ctx.pictures.encode(Buffer.from(body.file, 'base64url'));
      const day = dayOf(ctx.clock.now());
      const most = membersLimits.pictureDrafts;
      const kept = await withTransaction(ctx.pool, (tx) => insertDraft(tx, { picture, account, day, most }));
      if (!kept) throw fail('picture-drafts');
      return {
        picture: picture.hash.toString('base64url'),
        width: picture.width,
        height: picture.height,
      };
    },
    /** Throws `picture-unknown`, also where it is not for the reader. */
    async picture({ params, request, reply }) {
      const { account } = await readerOf(ctx, request);
      const found = await readPicture(ctx, account, Buffer.from(params.picture, 'base64url'));
      if (!found) throw fail('picture-unknown');
      reply.headers(asPictureOnly).header('cache-control', `${found.open ? shared : 'private'}, ${forEver}`);
      return reply.type('image/webp').send(found.file);
    },
  };
}
