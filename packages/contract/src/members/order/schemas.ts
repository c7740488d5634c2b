import { z } from 'zod';
import { Epoch } from '../../issuer.ts';
import { Handle, MemberId } from '../people.ts';
import { Section } from '../profile/sections.ts';
import { Lines } from '../profile/text.ts';
import { orderLimits as l } from './limits.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const Id = z.uuid();
const Cursor = z
  .string()
  .max(80)
  .regex(/^[\w.-]+$/);

/** What of a member's page can be hidden by itself. */
export const ReportedPart = z.enum(['headline', 'photo', ...Section.options]);
export type ReportedPart = z.infer<typeof ReportedPart>;

/** Why something should not be here. */
export const OrderReason = z.enum([
  'threat',
  'personal-data',
  'harassment',
  'hate',
  'sexual',
  'impersonation',
  'false-employment',
  'advertising',
  'illegal',
  'other',
]);
export type OrderReason = z.infer<typeof OrderReason>;

/** What a report or a decision is about. */
export const Thing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), id: MemberId }),
  z.strictObject({ kind: z.literal('part'), id: MemberId, part: ReportedPart }),
  z.strictObject({ kind: z.literal('post'), id: Id }),
  z.strictObject({ kind: z.literal('comment'), id: Id }),
  /** The words with which a member asked the reader for a connection; `id` is that member's. */
  z.strictObject({ kind: z.literal('note'), id: MemberId }),
  /** In an application of the reader's, or to a company whose recruiter the reader is. */
  z.strictObject({ kind: z.literal('message'), id: Id }),
  /** The words with which the reader was invited to apply. */
  z.strictObject({ kind: z.literal('invitation'), id: Id }),
]);
export type Thing = z.infer<typeof Thing>;
export const ThingKind = z.enum(['member', 'part', 'post', 'comment', 'note', 'message', 'invitation']);

export const AddReport = z.strictObject({
  thing: Thing,
  reason: OrderReason,
  words: Lines(l.reportWords).default(''),
});

/** What came of a report: as much as whoever made it may know. */
export const MyReports = z.object({
  reports: z.array(
    z.object({
      thing: z.object({ kind: ThingKind, id: Id, part: z.string() }),
      reason: OrderReason,
      day: Day,
      outcome: z.enum(['open', 'dismissed', 'acted']),
    }),
  ),
});

export const OrderAction = z.enum(['dismiss', 'hide', 'warn', 'suspend']);
export type OrderAction = z.infer<typeof OrderAction>;
const AppealState = z.enum(['open', 'granted', 'refused']);

const Decided = z.object({
  id: Id,
  thing: z.object({ kind: ThingKind, id: Id, part: z.string() }),
  action: OrderAction,
  reason: OrderReason,
  words: z.string(),
  /** Last day of a suspension; null: until further notice, or no suspension. */
  until: Day.nullable(),
  day: Day,
  undone: z.boolean(),
  appeal: z.object({ words: z.string(), state: AppealState, answer: z.string(), day: Day }).nullable(),
});

/** Decisions about the member: who took them is a role. */
export const MyDecisions = z.object({
  decisions: z.array(Decided.extend({ by: z.literal('moderator'), appealable: z.boolean() })),
  /** Whether the account is suspended on this day, and until when. */
  suspended: z.object({ until: Day.nullable() }).nullable(),
});
export type MyDecisions = z.infer<typeof MyDecisions>;

export const Appeal = z.strictObject({ words: Lines(l.appealWords).pipe(z.string().min(1)) });

const Concerned = z.object({ id: MemberId, handle: Handle, name: z.string() });

export const CaseListed = z.object({
  id: Id,
  thing: z.object({ kind: ThingKind, id: Id, part: z.string() }),
  owner: Concerned,
  open: z.boolean(),
  reports: z.int(),
  reasons: z.array(OrderReason),
  assignee: Concerned.nullable(),
  day: Day,
});
export const CaseQuestion = z.object({
  state: z.enum(['open', 'closed']).default('open'),
  cursor: Cursor.optional(),
});
export const CasePage = z.object({ cases: z.array(CaseListed), next: Cursor.nullable() });
export type CasePage = z.infer<typeof CasePage>;

/** A case with what is to be known for a decision. */
export const HouseCase = CaseListed.extend({
  /** What was reported, as it is now; null when it is gone. */
  shown: z
    .object({
      text: z.string(),
      /** Of a part: what it holds. */
      content: z.json().nullable(),
      pictures: z.array(z.string()),
      hidden: z.boolean(),
    })
    .nullable(),
  reported: z.array(z.object({ by: Concerned, reason: OrderReason, words: z.string(), day: Day })),
  notes: z.array(z.object({ by: z.string(), words: z.string(), day: Day })),
  decisions: z.array(Decided),
  /** Other cases about the same member that are open. */
  others: z.array(z.object({ id: Id, kind: ThingKind, part: z.string(), reports: z.int() })),
  /** The member is suspended on this day. */
  suspended: z.boolean(),
  /** Whether the moderator may decide it. */
  own: z.boolean(),
});
export type HouseCase = z.infer<typeof HouseCase>;

export const AssignCase = z.strictObject({ mine: z.boolean() });
export const NoteCase = z.strictObject({ words: Lines(l.noteWords).pipe(z.string().min(1)) });
export const DecideCase = z.strictObject({
  action: OrderAction,
  reason: OrderReason,
  words: Lines(l.decisionWords).pipe(z.string().min(1)),
  /** Of a suspension; absent: until further notice. */
  days: z.int().min(1).max(l.suspensionDays).optional(),
});

export const HouseAppeals = z.object({
  appeals: z.array(
    Decided.extend({
      case: Id,
      owner: Concerned,
      /** Whether the moderator decided it, and so may not answer. */
      own: z.boolean(),
    }),
  ),
  next: Cursor.nullable(),
});
export type HouseAppeals = z.infer<typeof HouseAppeals>;
export const AnswerAppeal = z.strictObject({
  grant: z.boolean(),
  words: Lines(l.decisionWords).pipe(z.string().min(1)),
});

export const HouseLog = z.object({
  decisions: z.array(Decided.extend({ case: Id, owner: Concerned })),
  next: Cursor.nullable(),
});
export type HouseLog = z.infer<typeof HouseLog>;

export const HouseCounts = z.object({
  months: z.array(
    z.object({
      month: Epoch,
      counts: z.array(z.object({ action: z.enum([...OrderAction.options, 'grant', 'refuse']), n: z.int() })),
    }),
  ),
});
export type HouseCounts = z.infer<typeof HouseCounts>;
export const HousePlace = z.object({ cursor: Cursor.optional() });
