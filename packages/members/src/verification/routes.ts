import { LetterFault, type membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import * as badges from '../badges/service.ts';
import { readOwn } from '../badges/store.ts';
import type { Context } from '../context.ts';
import { leaveEmployment } from '../employments/service.ts';
import { startLetter } from '../letters/service.ts';
import * as reviews from '../reviews/service.ts';

type Routes = Pick<
  typeof membersRoutes,
  | 'verification'
  | 'startLetter'
  | 'sendBadge'
  | 'withdrawBadge'
  | 'leaveEmployment'
  | 'reviews'
  | 'reviewPicture'
  | 'decideReview'
>;

/** Opened by itself in a tab, it can do nothing. */
const asPictureOnly = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'inline; filename="badge.webp"',
  'cache-control': 'private, no-store',
};

/** Handlers of the ways of proving an employment beside the code, of leaving one, and of the reviewers' queue. */
export function verificationHandlers(ctx: Context): Handlers<Routes> {
  return {
    async verification({ request }) {
      const own = await readOwn(ctx.pool, memberOf(request).account, dayOf(ctx.clock.now()));
      const fault = LetterFault.nullable().parse(own.letter.fault);
      return { ...own, letter: { ...own.letter, fault, open: ctx.config.letterListen !== undefined } };
    },
    startLetter: ({ body, request }) => startLetter(ctx, memberOf(request), body),
    sendBadge: ({ body, request }) => badges.sendBadge(ctx, memberOf(request), body),
    async withdrawBadge({ params, request }) {
      await badges.withdrawBadge(ctx, memberOf(request), params.badge);
    },
    async leaveEmployment({ params, request }) {
      await leaveEmployment(ctx, memberOf(request), params.employment);
    },
    reviews: ({ query, request }) => reviews.listReviews(ctx, memberOf(request), query),
    async reviewPicture({ params, request, reply }) {
      const photo = await reviews.readPhoto(ctx, memberOf(request), params.badge);
      return reply.headers(asPictureOnly).type('image/webp').send(photo);
    },
    async decideReview({ params, body, request }) {
      await reviews.decideReview(ctx, memberOf(request), params.badge, body);
    },
  };
}
