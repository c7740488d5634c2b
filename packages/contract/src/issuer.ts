import { z } from 'zod';
import { Bytes } from './common.ts';

/**
 * The window between the planes: public documents of the issuer that anyone may fetch.
 * The only schemas that both planes know; they hold no id of an account and no id of a post.
 */

/** Company, industry and room ids: short, ASCII, stable. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of lower-case letters, digits and hyphens');
export const Epoch = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11');
export const Standing = z.enum(['current', 'former']);
export const Name = z.object({ zh: z.string(), en: z.string() });
export type Name = z.infer<typeof Name>;

export const Directory = z.object({
  industries: z.array(z.object({ id: Slug, name: Name })),
  companies: z.array(z.object({ id: Slug, name: Name, industry: Slug })),
});
export type Directory = z.infer<typeof Directory>;

export const Count = z.object({
  epoch: Epoch,
  company: Slug,
  industry: Slug,
  standing: Standing,
  evidence: z.string(),
  n: z.int().nonnegative(),
});
export type Count = z.infer<typeof Count>;

/** The issuer's keys, and how many credentials of what kind an epoch has. protocol.md 1.3. */
export const IssuerDocument = z.object({
  instance: z.string(),
  keys: z.array(z.object({ id: z.string(), publicKey: Bytes(96), epochs: z.array(Epoch) })),
  counts: z.array(Count),
  /** Epochs whose first batch is out, ascending. */
  issued: z.array(Epoch),
});
export type IssuerDocument = z.infer<typeof IssuerDocument>;
