import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Name, Slug } from '../../issuer.ts';
import { verificationLimits as l } from './limits.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Words for people: lines are kept, controls and what turns the direction of text are refused. */
const Words = z
  .string()
  .trim()
  .max(l.reviewWordsMax)
  .regex(/^[^\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u, 'plain text')
  .regex(/^(?:[^\p{Cc}]|\n)*$/u, 'plain text');

/** What an employment rests on. Public: counts tell how many credentials rest on which (protocol.md 1.3). */
export const Evidence = z.enum(['mailbox-code', 'mailbox-mail', 'badge']);
export type Evidence = z.infer<typeof Evidence>;

/** Why a letter proved nothing. */
export const LetterFault = z.enum([
  'malformed',
  'subject',
  'automatic',
  'unsigned',
  'partial',
  'misaligned',
  'dmarc',
  'dns',
  'free-mail',
  'role-address',
  'unknown-domain',
  'company-mismatch',
  'mailbox-taken',
  'commitment-limit',
]);
export type LetterFault = z.infer<typeof LetterFault>;

export const StartLetter = z.strictObject({ company: Slug.optional() });
/** Where a letter goes and what it is headed; the address is shown this once. */
export const LetterAddress = z.object({
  address: z.string(),
  subject: z.string(),
  /** Last day on which it counts. */
  until: Day,
});

export const SendBadge = z.strictObject({
  company: Slug,
  /** PNG, JPEG or WebP. */
  picture: Bytes().max(Math.ceil((l.badgeBytes * 4) / 3) + 4),
});
export const Refusal = z.enum([
  'unreadable',
  'no-number',
  'other-name',
  'other-company',
  'no-badge',
  'number-taken',
]);
export type Refusal = z.infer<typeof Refusal>;
/** `expired`: nobody came to it in time. */
export const BadgeReason = z.enum([...Refusal.options, 'expired']);
export type BadgeReason = z.infer<typeof BadgeReason>;
export const BadgeState = z.enum(['waits', 'accepted', 'refused']);

/** A member's own badge. */
export const Badge = z.object({
  id: z.uuid(),
  company: z.object({ id: Slug, name: Name }),
  sent: Day,
  state: BadgeState,
  reason: BadgeReason.nullable(),
  words: z.string(),
  decided: Day.nullable(),
});
export type Badge = z.infer<typeof Badge>;

export const Verification = z.object({
  /** Whether letters are taken here, and what became of the last one. */
  letter: z.object({
    open: z.boolean(),
    waits: z.boolean(),
    fault: LetterFault.nullable(),
  }),
  /** Newest first. */
  badges: z.array(Badge),
  /** Whether the member decides on the badges of others. */
  reviewer: z.boolean(),
});
export type Verification = z.infer<typeof Verification>;

/** A badge in the reviewers' queue; the name is not shown to a colleague. */
export const Review = z.object({
  id: z.uuid(),
  company: z.object({ id: Slug, name: Name }),
  member: z.string().nullable(),
  sent: Day,
  /** Why this reviewer may not decide on it. */
  barred: z.enum(['own', 'colleague']).nullable(),
  state: BadgeState,
  reason: BadgeReason.nullable(),
  words: z.string(),
  decided: Day.nullable(),
  /** Name of who decided. */
  by: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

/** A number as it stands on a badge. It is not kept, but as an HMAC. */
const StaffNumber = z
  .string()
  .trim()
  .max(l.staffNumberMax)
  .regex(/\d/, 'a number')
  .regex(/^[\p{L}\d][\p{L}\d ._/#-]*$/u, 'letters, digits, spaces and . _ / # -');

export const Decide = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('accept'), number: StaffNumber, words: Words.default('') }),
  z.strictObject({ verdict: z.literal('refuse'), reason: Refusal, words: Words.min(1) }),
]);
export type Decide = z.infer<typeof Decide>;
