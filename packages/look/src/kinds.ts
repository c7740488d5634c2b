import { z } from 'zod';
import { personalKinds } from './personal/kinds.ts';

/** What the first look can find in a text (safety.md). A closed list: each code has words wherever it is shown. */
export const lookKinds = [
  ...personalKinds,
  'address',
  'unmasking',
  'threat',
  'insult',
  'sexual',
  'advertising',
  'near-duplicate',
  'flood',
  'too-long',
] as const;
export const LookKind = z.enum(lookKinds);
export type LookKind = z.infer<typeof LookKind>;

/** What is done with a text, mildest first: published; published and queued; held for a moderator; refused. */
export const verdicts = ['pass', 'queue', 'hold', 'block'] as const;
export const LookVerdict = z.enum(verdicts);
export type LookVerdict = z.infer<typeof LookVerdict>;

/** Why: `start` and `end` are UTF-16 offsets in the text as it was typed. */
export const LookReason = z.object({
  kind: LookKind,
  /** The rule that found it, for moderators and for whoever tunes; stable, lower case. */
  rule: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type LookReason = z.infer<typeof LookReason>;

/** The answer of the first look. `priority` orders the moderators' queue: from 0 (nothing seen) to 1. */
export const Looked = z.object({
  verdict: LookVerdict,
  reasons: z.array(LookReason),
  priority: z.number().min(0).max(1),
});
export type Looked = z.infer<typeof Looked>;
