import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Name, Slug } from '../../issuer.ts';
import { RepresentativeRole } from '../hiring/facts.ts';
import { MemberCard } from '../people.ts';
import { Line, Lines } from '../profile/text.ts';
import { companyLimits as l } from './limits.ts';

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What a company says of itself. */
export const CompanyFacts = z.strictObject({
  about: z.strictObject({ zh: Lines(l.companyAboutMax), en: Lines(l.companyAboutMax) }),
  /** An https address, or nothing. */
  website: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(l.companyWebsiteMax)]),
  founded: z.int().min(1000).max(2100).nullable(),
  headquarters: Line(l.companyPlaceMax),
});
export type CompanyFacts = z.infer<typeof CompanyFacts>;

export const EditCompany = z.strictObject({
  /** Of the page as it was read; 0 where nobody has said anything yet. */
  version: z.int().min(0),
  facts: CompanyFacts,
});

export const CompanyPage = z.object({
  id: Slug,
  name: Name,
  industry: Slug,
  domains: z.array(z.string()),
  facts: CompanyFacts.nullable(),
  version: z.int(),
  /** Members who are verified there now, rounded down (`roundHeadcount`); null below `headcountFloor`. */
  headcount: z.int().nullable(),
  following: z.boolean(),
  /** Connections of the reader who show this employer. */
  known: z.object({ count: z.int(), cards: z.array(MemberCard) }),
  jobs: z.object({
    count: z.int(),
    latest: z.array(z.object({ id: z.uuid(), title: z.string(), city: z.string(), remote: z.boolean() })),
  }),
  /** What the reader may do in the company's name. */
  roles: z.array(RepresentativeRole),
});
export type CompanyPage = z.infer<typeof CompanyPage>;

export const CompanyHistory = z.object({
  versions: z.array(
    z.object({
      version: z.int(),
      day: Day,
      facts: CompanyFacts,
      /** Who wrote it, told to representatives alone; null where they left. */
      by: z.string().nullable(),
    }),
  ),
});
export type CompanyHistory = z.infer<typeof CompanyHistory>;

/** How the reader stands to a company, and for those who act for it who else does. */
export const CompanyDesk = z.object({
  id: Slug,
  name: Name,
  roles: z.array(RepresentativeRole),
  /** Verified there now, which a claim needs. */
  isColleague: z.boolean(),
  /** A claim waits for the operator. */
  claimed: z.boolean(),
  /** What the operator said to the last claim, where it was refused. */
  refused: z.string().nullable(),
  /** The TXT record that proves a domain: for this member and company alone. */
  domains: z.array(z.object({ domain: z.string(), record: z.string(), value: z.string() })),
  /** Empty for who is none of them. */
  representatives: z.array(
    z.object({
      member: MemberCard,
      roles: z.array(RepresentativeRole),
      /** Last day of the roles of who is not verified there; null: as long as they are. */
      until: Day.nullable(),
    }),
  ),
  /** Own keys that count, oldest first. */
  keys: z.array(Bytes(32)),
});
export type CompanyDesk = z.infer<typeof CompanyDesk>;

export const ColleaguesQuestion = z.object({ q: z.string().trim().min(l.colleagueTextMin).max(80) });
export const Colleagues = z.object({ colleagues: z.array(MemberCard) });

export const SetRepresentative = z.strictObject({
  roles: z
    .array(RepresentativeRole)
    .min(1)
    .max(RepresentativeRole.options.length)
    .refine((roles) => new Set(roles).size === roles.length, 'no role twice'),
});
export const CompanyKey = z.strictObject({ key: Bytes(32) });

export const OwnCompanies = z.object({
  companies: z.array(z.object({ id: Slug, name: Name, roles: z.array(RepresentativeRole) })),
});
export type OwnCompanies = z.infer<typeof OwnCompanies>;

export const Claims = z.object({
  claims: z.array(
    z.object({ company: Slug, companyName: Name, member: z.uuid(), name: z.string(), day: Day }),
  ),
});

/** A headcount as it is shown: to tens, from 100 to fifties, from 1000 to its two first digits; null below the floor. */
export function roundHeadcount(n: number): number | null {
  if (n < l.headcountFloor) return null;
  const step = n < 100 ? 10 : n < 1000 ? 50 : 10 ** (Math.floor(Math.log10(n)) - 1);
  return Math.floor(n / step) * step;
}
