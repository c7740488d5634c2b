import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Name, Slug, Standing } from '../issuer.ts';

/* What every feature of the named half shows of a member. */

/** A member as others address them; the account's id, which tells no time. */
export const MemberId = z.uuid();
/** A member's public address, `/in/<handle>`. */
export const Handle = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,39}$/, '3 to 40 of a to z, 0 to 9 and hyphens, no hyphen first');
/** Who may see a part of a profile: each includes those before it, but for nobody. */
export const Audience = z.enum(['nobody', 'connections', 'members', 'everyone']);
export type Audience = z.infer<typeof Audience>;
/** Steps between two members over connections: 0 is the reader; null is further, or not asked for. */
export const Degree = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable();
export type Degree = z.infer<typeof Degree>;

/** What stands beside a member's name wherever it is shown. */
export const MemberCard = z.object({
  id: MemberId,
  handle: Handle,
  name: z.string(),
  headline: z.string(),
  /** The picture's hash: `GET /pictures/:picture`. */
  photo: Bytes(32).nullable(),
  /** The employer that was verified last and still stands; a former one where there is no other. */
  employer: z.object({ id: Slug, name: Name, standing: Standing }).nullable(),
  /** To the reader; never 3 in lists, which is asked for on a profile alone. */
  degree: Degree,
});
export type MemberCard = z.infer<typeof MemberCard>;
