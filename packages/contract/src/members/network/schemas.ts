import { z } from 'zod';
import { Name, Slug } from '../../issuer.ts';
import { MemberCard, MemberId } from '../people.ts';
import { Line } from '../profile/text.ts';
import { networkLimits as l } from './limits.ts';

/** `sent`: the reader asked and waits; `received`: the reader was asked. */
export const Tie = z.enum(['none', 'sent', 'received', 'connected']);
export type Tie = z.infer<typeof Tie>;

/** How two members stand to each other, as the reader may know it. */
export const NetworkStanding = z.object({
  tie: Tie,
  /** The note of a request that the reader received. */
  note: z.string().nullable(),
  following: z.boolean(),
  /** Connections that both have. */
  mutuals: z.int(),
  /** Of the other one, counted to `countedMax` and one more. */
  connections: z.int(),
  followers: z.int(),
});
export type NetworkStanding = z.infer<typeof NetworkStanding>;

export const AskConnection = z.strictObject({ note: Line(l.noteMax).default('') });
export const Tied = z.object({ tie: Tie });

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Place in a list: the day and the member of its last row, or the member alone. */
export const DayCursor = z.string().regex(/^\d{4}-\d\d-\d\d\.[0-9a-f-]{36}$/);
export const MemberCursor = MemberId;
export const Side = z.enum(['received', 'sent']);
export const FollowSide = z.enum(['followers', 'following']);

export const Requests = z.object({
  requests: z.array(z.object({ member: MemberCard, note: z.string(), day: Day })),
  next: DayCursor.nullable(),
});
export const Connections = z.object({
  connections: z.array(z.object({ member: MemberCard, since: Day })),
  next: DayCursor.nullable(),
});
export const Members = z.object({ members: z.array(MemberCard), next: MemberCursor.nullable() });
/** Whom the reader blocked: enough to recognise and let go, as nothing else of them is shown. */
export const Blocks = z.object({
  blocks: z.array(z.object({ id: MemberId, name: z.string() })),
  next: MemberCursor.nullable(),
});

/** Why somebody is suggested: the strongest of what was found. */
export const SuggestionReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mutuals'), count: z.int().positive() }),
  z.object({ kind: z.literal('company'), company: Slug, name: Name }),
  z.object({ kind: z.literal('school'), school: z.string() }),
]);
export type SuggestionReason = z.infer<typeof SuggestionReason>;
export const Suggestions = z.object({
  suggestions: z.array(z.object({ member: MemberCard, reason: SuggestionReason })),
});
