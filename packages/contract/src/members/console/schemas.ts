import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Name, Slug, Standing } from '../../issuer.ts';
import { Day } from '../basics.ts';
import { RepresentativeRole } from '../hiring/facts.ts';
import { orderLimits } from '../order/limits.ts';
import { OrderReason } from '../order/schemas.ts';
import { Handle, MemberId } from '../people.ts';
import { Lines } from '../profile/text.ts';
import { MemberRole } from '../roles.ts';
import { Proof } from '../security/schemas.ts';
import { Evidence } from '../verification/schemas.ts';
import { consoleLimits as l } from './limits.ts';

/** What every change is asked for with: why, and that the operator is there. */
const change = { reason: Lines(l.consoleReason).pipe(z.string().min(1)), proof: Proof };
const Named = z.object({ id: MemberId, handle: Handle, name: z.string() });

/** What waits, and where. */
export const ConsoleOverview = z.object({
  proposals: z.int(),
  /** Members who ask to act for a company. */
  claims: z.int(),
  /** Badges that wait, and since which day the oldest one does. */
  badges: z.object({ waiting: z.int(), oldest: Day.nullable() }),
  cases: z.int(),
  appeals: z.int(),
  suspended: z.int(),
  members: z.int(),
  companies: z.int(),
  /** What reviewers decided within ninety days. */
  reviewers: z.array(z.object({ name: z.string(), accepted: z.int(), refused: z.int() })),
});
export type ConsoleOverview = z.infer<typeof ConsoleOverview>;

export const CompanyStatus = z.enum(['proposed', 'approved', 'rejected']);
export const ConsoleCompany = z.object({
  id: Slug,
  name: Name,
  industry: Slug,
  status: CompanyStatus,
  domains: z.array(z.string()),
  /** To which it belongs. */
  parent: z.object({ id: Slug, name: Name }).nullable(),
  /** Who acts for it. */
  representatives: z.array(Named.extend({ role: RepresentativeRole })),
});
export type ConsoleCompany = z.infer<typeof ConsoleCompany>;
export const ConsoleCompanies = z.object({
  companies: z.array(ConsoleCompany),
  next: Slug.nullable(),
});
export type ConsoleCompanies = z.infer<typeof ConsoleCompanies>;
/** `cursor`: the id of the last company of the page before. */
export const CompaniesQuestion = z.object({
  status: CompanyStatus.default('proposed'),
  q: z.string().trim().max(80).default(''),
  cursor: Slug.optional(),
});
export const DecideCompany = z.strictObject({ verdict: z.enum(['approve', 'reject']), ...change });
export const ChangeDomain = z.strictObject({
  domain: z.string().trim().toLowerCase().min(1).max(253),
  ...change,
});

/** Null: to none. */
export const SetParent = z.strictObject({ parent: Slug.nullable(), ...change });
/** Asking to act for a company. `others`: who does so already. */
export const ConsoleClaim = z.object({
  company: Slug,
  companyName: Name,
  member: Named,
  day: Day,
  evidence: Evidence,
  others: z.int(),
});
export type ConsoleClaim = z.infer<typeof ConsoleClaim>;
export const ConsoleClaims = z.object({ claims: z.array(ConsoleClaim), next: z.string().nullable() });
export type ConsoleClaims = z.infer<typeof ConsoleClaims>;
export const ClaimsQuestion = z.object({
  /** `next` of the page before: day, company and member of its last claim. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.[a-z0-9-]{1,40}\.[0-9a-f-]{36}$/)
    .optional(),
});
/** Of a refusal the reason is told to the member. */
export const DecideClaim = z.strictObject({ verdict: z.enum(['approve', 'reject']), ...change });

/** The whole address, or the whole handle: nobody leafs through members here. */
export const FindMember = z.strictObject({ who: z.string().trim().min(3).max(254) });
export const ConsoleMember = Named.extend({
  roles: z.array(MemberRole),
  employers: z.array(z.object({ id: Slug, name: Name, standing: Standing })),
  suspended: z.object({ until: Day.nullable(), day: Day, reason: OrderReason, words: z.string() }).nullable(),
});
export type ConsoleMember = z.infer<typeof ConsoleMember>;
/** `reason` is told to the member with the decision, who may appeal. */
export const SuspendMember = z.strictObject({
  rule: OrderReason,
  /** Absent: until further notice. */
  days: z.int().min(1).max(orderLimits.suspensionDays).optional(),
  ...change,
});
export const LiftSuspension = z.strictObject(change);

/** Whom the console can make what: operators are made by the command line alone, so that none makes another. */
export const ConsoleRole = z.enum(['reviewer', 'moderator']);
export type ConsoleRole = z.infer<typeof ConsoleRole>;
export const SetRole = z.strictObject({ role: ConsoleRole, has: z.boolean(), ...change });
export const ConsoleStaff = z.object({ staff: z.array(Named.extend({ roles: z.array(MemberRole) })) });
export type ConsoleStaff = z.infer<typeof ConsoleStaff>;

export const SettingType = z.enum(['text', 'number', 'choice', 'list', 'secret']);
/** Where a value comes from: the environment, the program itself, what it falls back to, or this console. */
export const SettingSource = z.enum(['environment', 'program', 'default', 'console']);
export const ConsoleSetting = z.object({
  name: z.string(),
  /** Of the environment. */
  variable: z.string(),
  type: SettingType,
  /** Null: not set, or a secret. */
  value: z.string().nullable(),
  source: SettingSource,
  changeable: z.boolean(),
  choices: z.array(z.string()),
});
export type ConsoleSetting = z.infer<typeof ConsoleSetting>;
export const ConsoleSettings = z.object({ settings: z.array(ConsoleSetting) });
/** `value` null: back to what it would be without the console. */
export const SetSetting = z.strictObject({ value: z.string().max(200).nullable(), ...change });

export const JobRhythm = z.enum(['minute', 'day', 'month', 'asked']);
export const ConsoleJobs = z.object({
  jobs: z.array(
    z.object({
      name: z.string(),
      rhythm: JobRhythm,
      /** Day of the next run, of what has one. */
      next: Day.nullable(),
      /** How the last run on the last day that it ran went; null: not yet. */
      last: z
        .object({ day: Day, outcome: z.enum(['done', 'failed']), code: z.string().nullable() })
        .nullable(),
    }),
  ),
});
export type ConsoleJobs = z.infer<typeof ConsoleJobs>;

const Room = z.object({ place: z.enum(['secrets', 'log']), free: z.number(), total: z.number() });
/** Sizes in bytes. */
export const ConsoleHealth = z.object({
  pool: z.object({ total: z.int(), idle: z.int(), waiting: z.int(), most: z.int() }),
  process: z.object({ memory: z.number(), node: z.string(), mode: z.string() }),
  disk: z.array(Room),
  database: z.object({
    version: z.string(),
    bytes: z.number(),
    tables: z.array(z.object({ name: z.string(), bytes: z.number() })),
  }),
});
export type ConsoleHealth = z.infer<typeof ConsoleHealth>;

/** The issuer's log as it is on the disk. */
export const ConsoleBook = z.object({
  origin: z.string(),
  /** Entries of the newest checkpoint, its root and whoever signed it. */
  size: z.int(),
  root: z.string(),
  /** Entries that are planned and not in the tree yet. */
  behind: z.int(),
  witnesses: z.array(
    z.object({
      name: z.string(),
      /** Up to which size, and on which day, this witness signed last; null: never. */
      size: z.int().nullable(),
      day: Day.nullable(),
    }),
  ),
});
export type ConsoleBook = z.infer<typeof ConsoleBook>;

export const ConsoleAct = z.enum([
  'company-approve',
  'company-reject',
  'company-parent',
  'claim-approve',
  'claim-reject',
  'domain-add',
  'domain-remove',
  'member-suspend',
  'member-lift',
  'role-give',
  'role-take',
  'setting-set',
]);
export type ConsoleAct = z.infer<typeof ConsoleAct>;
/** `said` is null where it went with the member whom it was about; the order can be verified all the same. */
export const ConsoleEntry = z.object({
  n: z.int(),
  day: Day,
  act: ConsoleAct,
  digest: Bytes(32),
  hash: Bytes(32),
  said: z
    .object({ by: z.string(), subject: z.string(), value: z.string(), reason: z.string(), salt: Bytes(16) })
    .nullable(),
});
export type ConsoleEntry = z.infer<typeof ConsoleEntry>;
/** The latest first. `previous`: the hash on which the last entry of the page stands. */
export const ConsoleLog = z.object({
  entries: z.array(ConsoleEntry),
  previous: Bytes(32),
  next: z.int().nullable(),
});
export type ConsoleLog = z.infer<typeof ConsoleLog>;
export const LogQuestion = z.object({
  before: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
});
