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

/** Index of the entry in the issuer's log that vouches for it. */
const Logged = z.int().nonnegative();

/** A log: its name in checkpoints, and in the form of C2SP signed-note its key and the witnesses it takes. */
export const LogInfo = z.object({
  origin: z.string().max(200),
  key: z.string().max(300),
  witnesses: z.array(z.string().max(300)).max(20),
});
export type LogInfo = z.infer<typeof LogInfo>;

export const Directory = z.object({
  industries: z.array(z.object({ id: Slug, name: Name })),
  companies: z.array(z.object({ id: Slug, name: Name, industry: Slug })),
  logged: Logged,
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

/** Keys with which companies answer in their own names: when each began to count, and when it ended. Nobody's name. */
export const CompanyKeys = z.object({
  keys: z.array(z.object({ company: Slug, key: Bytes(32), logged: Logged, revoked: Logged.nullable() })),
});
export type CompanyKeys = z.infer<typeof CompanyKeys>;

/** The issuer's keys, and how many credentials of what kind an epoch has. protocol.md 1.3. */
export const IssuerDocument = z.object({
  instance: z.string(),
  log: LogInfo,
  keys: z.array(z.object({ id: z.string(), publicKey: Bytes(96), epochs: z.array(Epoch), logged: Logged })),
  counts: z.array(Count),
  /** Epochs whose first batch is out and in the log, ascending. */
  issued: z.array(Epoch),
  /** The same epochs, each with its entry in the log and the hash of the directory at that moment. */
  openings: z.array(z.object({ epoch: Epoch, directory: Bytes(32), logged: Logged })),
});
export type IssuerDocument = z.infer<typeof IssuerDocument>;
