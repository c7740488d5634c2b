import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Alias, Hash, Slug } from './schemas.ts';

/* Public files that are downloaded whole, so that nobody has to ask for one item (docs/glossary.md, "bulk file"). */

/** Public bulk file: every alias of every thread, in the order of the thread ids (which are random). */
export const BulkAliases = z.object({
  aliases: z.array(Alias.extend({ room: Slug, thread: Hash })),
  next: z.string().nullable(),
});
/** Public bulk file: what was said on a day, for those who look for answers to their own posts. In the order of ids. */
export const BulkPosts = z.object({
  posts: z.array(
    z.object({
      room: Slug,
      thread: Hash,
      id: Hash,
      parent: Hash.nullable(),
      pseudonym: Bytes(48),
      mentions: z.array(Bytes(48)),
    }),
  ),
  next: z.string().nullable(),
});
/** Public bulk file: every spent nonce of a token key, sorted. */
export const BulkSpent = z.object({ nonces: z.array(Hash), next: z.string().nullable() });
/** Public bulk file: the blind signatures that give back the tokens of posts, by post. protocol.md 5. */
export const BulkRefunds = z.object({
  refunds: z.array(z.object({ post: Hash, signatures: z.array(Bytes(256)) })),
  next: z.string().nullable(),
});
export type BulkRefunds = z.infer<typeof BulkRefunds>;
