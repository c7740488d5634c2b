import { z } from 'zod';
import { Day } from '../basics.ts';

/** What outlives the account, because others rely on it. */
export const Remains = z.object({
  /** Pieces of evidence that stay pinned to a commitment, without a name (protocol.md 1.1). */
  pins: z.int().nonnegative(),
  /** Entries of the public log that hold a salted hash of a credential. */
  logged: z.array(z.int().nonnegative()),
});
export type Remains = z.infer<typeof Remains>;

/** Everything that members has of somebody. Nothing of talk is in it, because nobody can know. */
export const Export = z.object({
  format: z.literal('teahouse-export-1'),
  day: Day,
  /** By feature; rows as they are kept. */
  parts: z.record(z.string(), z.unknown()),
  remains: Remains,
});
export type Export = z.infer<typeof Export>;

/** The day on which the account is deleted; until then its owner can come back by signing in. */
export const Leaving = z.object({ day: Day });
