import { z } from 'zod';
import { MemberCard } from '../people.ts';

/** What members are told of. A kind that is switched off is not even written down. */
export const NoticeKind = z.enum([
  'request',
  'accepted',
  'comment',
  'reply',
  'reaction',
  'share',
  'follow',
  'verified',
  'expiring',
  'decision',
  'jobs',
  'referral',
  'referred',
  'application',
  'message',
  'invitation',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const Notice = z.object({
  /** Its place: higher is later. A group that grows moves up. */
  n: z.int(),
  kind: NoticeKind,
  /**
   * What it is about: a post; for `request`, `accepted` and `follow` a member; for `verified` a badge, or the account that a letter proved
   * something of; for `expiring` an employment; for `decision` a case of moderators, or the decision that was appealed against; for `jobs` a saved search, for
   * `referral`, `referred`, `application` and `invitation` a job, for `message` an application.
   */
  subject: z.uuid(),
  day: z.string(),
  /** How many did it on that day. */
  count: z.int(),
  /** The latest of them. */
  people: z.array(MemberCard),
  /** The beginning of the post's words; empty for what is about no post. */
  excerpt: z.string(),
  seen: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticePage = z.object({
  notices: z.array(Notice),
  /** The highest place there is: what `noticesSeen` is told once they are on the screen. */
  latest: z.int(),
  next: z.int().nullable(),
});
export type NoticePage = z.infer<typeof NoticePage>;

export const NoticeKinds = z.object({ kinds: z.record(NoticeKind, z.boolean()) });
export type NoticeKinds = z.infer<typeof NoticeKinds>;
