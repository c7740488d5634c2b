import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { verificationLimits as l } from './limits.ts';
import type { verificationPaths } from './paths.ts';
import * as s from './schemas.ts';

const badge = z.object({ badge: z.uuid() });
/** Base64 is a third longer than its bytes; and a little for the rest. */
const badgeBody = Math.ceil((l.badgeBytes * 4) / 3) + 4096;

export const verificationRoutes = {
  verification: {
    summary: 'Ways of proving an employment, and what became of those that were begun',
    access: 'session',
    reply: s.Verification,
  },
  startLetter: {
    summary: 'An address for one letter from a work address',
    access: 'session',
    body: s.StartLetter,
    reply: s.LetterAddress,
  },
  sendBadge: {
    summary: "Send a badge's photo to the reviewers; it is destroyed with the decision",
    access: 'session',
    body: s.SendBadge,
    bodyLimit: badgeBody,
    reply: s.Badge,
  },
  withdrawBadge: { summary: 'Take a badge back that waits', access: 'session', params: badge },
  leaveEmployment: {
    summary: 'End an employment with the present day',
    access: 'session',
    params: z.object({ employment: z.uuid() }),
  },
  reviews: {
    summary: 'Badges that wait, or those decided',
    access: 'reviewer',
    query: z.object({
      state: z.enum(['waits', 'decided']).default('waits'),
      after: z.string().max(100).optional(),
    }),
    reply: z.object({ reviews: z.array(s.Review), next: z.string().nullable() }),
  },
  reviewPicture: {
    summary: "A badge's photo (image/webp)",
    access: 'reviewer',
    params: badge,
  },
  decideReview: { summary: 'Decide on a badge', access: 'reviewer', params: badge, body: s.Decide },
} as const satisfies RouteTable<typeof verificationPaths>;
