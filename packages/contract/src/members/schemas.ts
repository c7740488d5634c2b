import { z } from 'zod';
import { Bytes } from '../common.ts';
import { Epoch, Name, Slug, Standing } from '../issuer.ts';
import { Code, Day, Email, Locale, Password, PlainText } from './basics.ts';
import { membersLimits as l } from './limits.ts';
import { MemberRole } from './roles.ts';
import { PasskeyJson } from './security/schemas.ts';
import { Evidence } from './verification/schemas.ts';

export * from '../issuer.ts';
export * from './basics.ts';

export const SignUp = z.strictObject({
  email: Email,
  /** Left out by whoever makes a passkey when the code has come. */
  password: Password.optional(),
  name: PlainText(l.nameMax),
  locale: Locale,
});
export const ConfirmEmail = z.strictObject({
  email: Email,
  code: Code,
  /** Answers `POST /accounts/passkey/ask`, where the sign-up has no password. */
  passkey: PasskeyJson.optional(),
});
export const SignIn = z.strictObject({
  email: Email,
  password: z.string().max(l.passwordMax),
  /** Take back that the account is to be deleted. */
  comeBack: z.boolean().default(false),
});

export const Company = z.object({
  id: Slug,
  name: Name,
  industry: Slug,
  domains: z.array(z.string()),
});
export type Company = z.infer<typeof Company>;
export const Employment = z.object({
  id: z.uuid(),
  company: Company,
  standing: Standing,
  /** What it rests on. */
  evidence: Evidence,
  verified: Day,
  expires: Day,
  /** First epoch whose batch signs this employment; null until a commitment is pinned to it. */
  credentialFrom: Epoch.nullable(),
});
export type Employment = z.infer<typeof Employment>;
export const Me = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  locale: Locale,
  employments: z.array(Employment),
  roles: z.array(MemberRole),
  /** Whether a commitment is pinned, so that the next batch signs. */
  committed: z.boolean(),
  /** The pinned commitment: its point, and the epoch from which another one takes over, if one is waiting. */
  commitment: z.object({ point: Bytes(48), next: Epoch.nullable() }).nullable(),
});
export type Me = z.infer<typeof Me>;

/** Where a member is signed in: as far as the server has seen it since it began, and by month. */
export const Session = z.object({ id: z.uuid(), device: z.string(), since: Epoch, current: z.boolean() });

export const ProposeCompany = z.strictObject({
  name: z.strictObject({
    zh: PlainText(l.companyNameMax),
    en: PlainText(l.companyNameMax),
  }),
  industry: Slug,
  domain: z.string().max(253),
});
export const StartEmployment = z.strictObject({
  email: Email,
  /** Where the member came from a company's page: the address must be of this company. */
  company: Slug.optional(),
});
export const StartedEmployment = z.object({ employment: z.uuid(), company: Company });

export const Commit = z.strictObject({
  commitment: Bytes().max(2000),
  /** After a lost phrase: put this in the place of what is pinned, from the next epoch on (protocol.md 1.5). */
  replace: z.boolean().default(false),
});

export const IssuanceSchedule = z.enum(['immediate', 'daily']);
export const IssuedCredential = z.object({
  epoch: Epoch,
  company: Slug,
  industry: Slug,
  standing: Standing,
  /** Id of the issuer's key. */
  key: z.string(),
  signature: Bytes(80),
  /** What the log holds of it (`issuanceLeaf`): with this its holder can look, and nobody else. protocol.md 1.3. */
  leaf: z.object({
    salt: Bytes(32),
    pin: Bytes(32),
    evidence: z.string(),
    /** Index of the entry that has the leaf. */
    logged: z.int().nonnegative(),
  }),
});
export type IssuedCredential = z.infer<typeof IssuedCredential>;
export const Credentials = z.object({
  credentials: z.array(IssuedCredential),
  schedule: IssuanceSchedule,
  /** Day of the next batch. */
  nextBatch: Day,
});

export const OperatorCompany = Company.extend({ status: z.enum(['proposed', 'approved', 'rejected']) });
