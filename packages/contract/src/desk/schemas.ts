import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Slug } from '../issuer.ts';
import { Day, Hash, Slot } from '../talk/basics.ts';
import { talkLimits } from '../talk/limits.ts';
import { Caution, Decision, DecisionAction, HouseRule, PostState } from '../talk/order.ts';
import { Alias, Post, ThreadSummary } from '../talk/schemas.ts';
import { deskLimits } from './limits.ts';

/** Each may do what those before it may. `senior`: bans of pictures, unlocking, others' cases. `admin`: the staff. */
export const Role = z.enum(['moderator', 'senior', 'admin']);
export type Role = z.infer<typeof Role>;

const StaffName = z.string().trim().min(1).max(deskLimits.nameCharacters);
const Password = z.string().min(deskLimits.passwordCharactersLeast).max(deskLimits.passwordCharacters);
/** Six digits of RFC 6238. */
const Code = z.string().regex(/^\d{6}$/, 'six digits');
const Words = z.string().trim().min(1).max(talkLimits.decisionCharacters);

export const Staff = z.object({
  id: z.uuid(),
  name: z.string(),
  role: Role,
  /** `invited`: has not chosen a password yet. */
  state: z.enum(['invited', 'active', 'off']),
  passkeys: z.int(),
});
export type Staff = z.infer<typeof Staff>;
export const SignIn = z.strictObject({ name: StaffName, password: z.string().max(200), code: Code });
export const Enrol = z.strictObject({ invite: Bytes(32), password: Password });
/** `uri`: otpauth, for the camera of an authenticator; `secret`: the same to type. */
export const Enrolling = z.object({ name: z.string(), secret: z.string(), uri: z.string() });
export const EnrolConfirm = z.strictObject({ invite: Bytes(32), password: Password, code: Code });
/** What the browser's WebAuthn takes and gives, as JSON (WebAuthn Level 3, 5.1.8). */
export const PasskeyJson = z.record(z.string(), z.unknown());
export const Invite = z.strictObject({ name: StaffName, role: Role });
export const Invited = z.object({ staff: Staff, invite: Bytes(32) });
export const StaffChange = z.strictObject({ role: Role.optional(), off: z.boolean().optional() });

/** Why a case is on the desk: what the first look saw, and what people reported. */
export const Reason = z.object({
  from: z.enum(['look', 'report']),
  rule: HouseRule,
  /** Of the first look: which of its rules. */
  hint: z.string().nullable(),
  /** Of reports: how many people. */
  n: z.int(),
});
export const Case = z.object({
  room: Slug,
  thread: Hash,
  post: Hash,
  state: PostState,
  /** `open`: somebody has to look. `decided`: nobody has to, until something new comes. */
  work: z.enum(['open', 'decided']),
  /** 0 to 1; the queue's order. */
  priority: z.number(),
  reasons: z.array(Reason),
  reports: z.int(),
  appeal: z.boolean(),
  excerpt: z.string(),
  pictures: z.int(),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  day: Day,
});
export type Case = z.infer<typeof Case>;
export const CaseQuery = z.object({
  work: z.enum(['open', 'decided']).default('open'),
  state: PostState.optional(),
  rule: HouseRule.optional(),
  room: Slug.optional(),
  /** `none`: of nobody. */
  assignee: z.enum(['me', 'none']).optional(),
  before: z.string().max(200).optional(),
});
export type CaseQuery = z.output<typeof CaseQuery>;
export const CasePage = z.object({
  cases: z.array(Case),
  next: z.string().nullable(),
  /** All that are open, whatever the filter. */
  open: z.int(),
});
export type CasePage = z.infer<typeof CasePage>;

export const Note = z.object({ name: z.string(), words: z.string(), day: Day });
/** A report says what, and nothing of who. */
export const Report = z.object({
  rule: HouseRule,
  words: z.string(),
  day: Day,
  /** Of what the company said under the thread, and not of the post. */
  answer: z.boolean(),
});
export const Appeal = z.object({
  decision: Decision,
  words: z.string(),
  state: z.enum(['open', 'granted', 'refused']),
  answer: z.string().nullable(),
  /** Whether the one who asks took the decision, and so must leave it to somebody else. */
  own: z.boolean(),
  case: Case,
});
export type Appeal = z.infer<typeof Appeal>;
export const CaseView = z.object({
  case: Case,
  thread: ThreadSummary,
  /** The thread around the post, words included also of what is not shown to others. */
  posts: z.array(Post),
  aliases: z.array(Alias),
  reports: z.array(Report),
  notes: z.array(Note),
  /** What the company said under the thread, of its first post; the last version last. Words that are gone are empty. */
  answer: z.array(z.object({ version: z.int(), text: z.string(), removed: z.boolean(), slot: Slot })),
  /** Newest first; `mine`: can be taken back by the one who asks for some seconds. */
  decisions: z.array(Decision.extend({ mine: z.boolean() })),
  appeals: z.array(Appeal.omit({ case: true })),
  /** Posts with nearly the same words. */
  similar: z.array(z.object({ room: Slug, thread: Hash, post: Hash, state: PostState, excerpt: z.string() })),
  /** Whether its author is banned from the thread. */
  banned: z.boolean(),
});
export type CaseView = z.infer<typeof CaseView>;

export const Decide = z.strictObject({
  action: DecisionAction.exclude(['hold', 'hide', 'restore', 'uphold']),
  rule: HouseRule,
  words: Words,
  caution: Caution.optional(),
  minutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .optional(),
});
export type Decide = z.input<typeof Decide>;
export const Answer = z.strictObject({ grant: z.boolean(), words: Words });
export const AppealQuery = z.object({
  state: z.enum(['open', 'answered']).default('open'),
  before: z.string().max(200).optional(),
});
export const AppealPage = z.object({ appeals: z.array(Appeal), next: z.string().nullable() });
export type AppealPage = z.infer<typeof AppealPage>;

export const Statistics = z.object({
  open: z.int(),
  held: z.int(),
  hidden: z.int(),
  /** Open cases by days they have waited: today, one, two, three and more. */
  age: z.array(z.int()).length(4),
  appeals: z.int(),
  /** Of the last 30 days. */
  days: z.array(z.object({ day: Day, decided: z.int(), appealed: z.int(), overturned: z.int() })),
  staff: z.array(z.object({ name: z.string(), decided: z.int(), overturned: z.int() })),
});
export type Statistics = z.infer<typeof Statistics>;
