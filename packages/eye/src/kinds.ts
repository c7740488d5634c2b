import { z } from 'zod';

/** What the first look can find in a picture (safety.md). A closed list: each code has words wherever it is shown. */
export const eyeKinds = ['sexual-picture', 'known-picture', 'malware', 'unchecked'] as const;
export const EyeKind = z.enum(eyeKinds);
export type EyeKind = z.infer<typeof EyeKind>;

/** What is done with a picture, mildest first: published; published and queued; held for a moderator; refused. */
export const eyeVerdicts = ['pass', 'queue', 'hold', 'block'] as const;
export const EyeVerdict = z.enum(eyeVerdicts);
export type EyeVerdict = z.infer<typeof EyeVerdict>;

export const EyeReason = z.object({
  kind: EyeKind,
  /** What found it, for moderators and for whoever tunes; stable, lower case. */
  rule: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
});
export type EyeReason = z.infer<typeof EyeReason>;

/** One form of a picture as 256 bits. */
export const PictureHash = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length === 32,
  '32 bytes',
);
export type PictureHash = z.infer<typeof PictureHash>;

/** The answer of the first look at a picture. `priority` orders the moderators' queue: from 0 (nothing seen) to 1. */
export const SeenPicture = z.object({
  verdict: EyeVerdict,
  reasons: z.array(EyeReason),
  priority: z.number().min(0).max(1),
  /**
   * All forms of the picture (hash/forms.ts): what to keep when a moderator bans it. Empty for a picture of hardly
   * any detail, and where it could not be looked at.
   */
  hashes: z.array(PictureHash),
});
export type SeenPicture = z.infer<typeof SeenPicture>;
