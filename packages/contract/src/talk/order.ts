import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Epoch, Slug } from '../issuer.ts';
import { Day, Hash } from './basics.ts';

/* Order in the house (safety.md; protocol.md 5): what anybody may read of it. The desk's own words are in ../desk. */

/** A rule of the house that a post can break; `houseRules` of the protocol. */
export const HouseRule = z.enum([
  'threat',
  'personal-data',
  'insult',
  'hate',
  'sexual',
  'advertising',
  'flooding',
  'impersonation',
  'illegal',
  'other',
]);
export type HouseRule = z.infer<typeof HouseRule>;

/**
 * How a post stands. `held`: nobody has seen it, a moderator looks first. `hidden`: enough people reported it, a
 * moderator looks. `removed`: with a reason; the words are destroyed when no appeal can come any more.
 */
export const PostState = z.enum(['shown', 'held', 'hidden', 'removed']);
export type PostState = z.infer<typeof PostState>;

/** A label that a moderator put on a post. */
export const Caution = z.enum(['unproven', 'quarrel', 'distressing', 'satire', 'outdated']);
export type Caution = z.infer<typeof Caution>;

/**
 * What was decided. `hold` is the first look's, `hide` the reports'; all others are people's. `keep`: it breaks no rule
 * and stays, or comes back. `forfeit`: it stays, and its tokens are not given back. `ban`: the alias may not write in
 * this thread any more. `ban-picture`: the post is removed, and its pictures are known from now on. `remove-answer`: what
 * the company said under the thread, of which this is the first post. `restore` and `uphold` answer an appeal.
 */
export const DecisionAction = z.enum([
  'hold',
  'hide',
  'keep',
  'caution',
  'blur',
  'lock',
  'unlock',
  'slow',
  'forfeit',
  'remove',
  'ban',
  'ban-picture',
  'remove-answer',
  'restore',
  'uphold',
]);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** Who decided: a role, never a name. */
export const DecidedBy = z.enum(['program', 'reports', 'moderator', 'senior', 'admin']);
export type DecidedBy = z.infer<typeof DecidedBy>;

/**
 * What the first look can find in a picture (docs/first-look-pictures.md): the reason of a program's decision, and of a case
 * at the desk. `unchecked`: it could not be looked at. A closed list: each has words on the screen.
 */
export const PictureFinding = z.enum(['sexual-picture', 'known-picture', 'malware', 'unchecked']);
export type PictureFinding = z.infer<typeof PictureFinding>;

/** One decision as everybody may read it. Of a room for colleagues it is read with the key of the day only. */
export const Decision = z.object({
  id: Hash,
  room: Slug,
  thread: Hash,
  post: Hash,
  action: DecisionAction,
  rule: HouseRule,
  /** Why, in words. Of the program: a `PictureFinding` where a picture is why, else empty, as the rule says it. */
  words: z.string(),
  by: DecidedBy,
  /** Of `caution`. */
  caution: Caution.nullable(),
  /** Of `slow`: minutes between two posts of an alias; 0 ends it. */
  minutes: z.int().nullable(),
  day: Day,
  /** Of what can be appealed against: the last day on which it can be. Null: there is nothing to appeal against. */
  appealUntil: Day.nullable(),
  /** Where its author appealed. */
  appeal: z.enum(['open', 'granted', 'refused']).nullable(),
  /** Index of its entry in talk's log; null until it is in there. */
  logged: z.int().nullable(),
});
export type Decision = z.infer<typeof Decision>;

/**
 * Public bulk file: decisions of a day about posts, in the order of ids; authors find their own by the pseudonym, which is
 * that of the post's author in its thread.
 */
export const BulkNotices = z.object({
  notices: z.array(Decision.extend({ pseudonym: Bytes(48) })),
  next: z.string().nullable(),
});
export type BulkNotices = z.infer<typeof BulkNotices>;

export const DecisionQuery = z.object({
  room: Slug.optional(),
  /** With `room`: only those about posts of this thread. */
  thread: Hash.optional(),
  action: DecisionAction.optional(),
  rule: HouseRule.optional(),
  by: DecidedBy.optional(),
  before: z.string().max(200).optional(),
});
/** Newest day first. */
export const DecisionPage = z.object({ decisions: z.array(Decision), next: z.string().nullable() });

/** Counts of a month, for the transparency page: what was decided by whom, and what came of appeals. */
export const DecisionCounts = z.object({
  months: z.array(
    z.object({
      month: Epoch,
      /** Posts that were accepted. */
      posts: z.int(),
      decisions: z.array(z.object({ action: DecisionAction, rule: HouseRule, by: DecidedBy, n: z.int() })),
      /** Posts that were reported, by rule; one post counts once for each rule. */
      reported: z.array(z.object({ rule: HouseRule, n: z.int() })),
      appeals: z.object({ made: z.int(), granted: z.int(), refused: z.int() }),
    }),
  ),
});
export type DecisionCounts = z.infer<typeof DecisionCounts>;

/** On a post: how it stands, and what a moderator put on it. */
export const OrderOfPost = z.object({ state: PostState, caution: Caution.nullable(), blurred: z.boolean() });
/** On a thread: whether it can be answered, and how fast. */
export const OrderOfThread = z.object({
  state: PostState,
  locked: z.boolean(),
  /** Minutes between two posts of an alias; 0: as fast as one likes. */
  slowMinutes: z.int(),
});
