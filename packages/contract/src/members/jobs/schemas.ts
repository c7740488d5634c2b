import { z } from 'zod';
import { Bytes } from '../../common.ts';
import { Name, Slug } from '../../issuer.ts';
import { Day } from '../basics.ts';
import { JobLevel, JobRole, Stage } from '../hiring/facts.ts';
import { MemberCard, MemberId } from '../people.ts';
import { profileLimits } from '../profile/limits.ts';
import { Line, Lines } from '../profile/text.ts';
import { jobLimits as l } from './limits.ts';

export const Currency = z.enum(['CNY', 'HKD', 'USD', 'EUR', 'SGD', 'JPY']);
export type Currency = z.infer<typeof Currency>;

const Pay = z.int().min(1).max(l.jobPayMax);
/** What a month pays, and how many months' pay there are in a year. */
export const JobPay = z
  .strictObject({
    min: Pay,
    max: Pay,
    currency: Currency,
    months: z.int().min(1).max(l.jobPayMonthsMax),
  })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'not below the least' });
export type JobPay = z.infer<typeof JobPay>;

const facts = {
  title: Line(l.jobTitleMax, 2),
  role: JobRole,
  level: JobLevel,
  /** Empty: from anywhere, and then `remote`. */
  city: Line(profileLimits.cityMax),
  remote: z.boolean(),
  /** Null is shown as "pay is not said". */
  pay: JobPay.nullable(),
  skills: z.array(Line(profileLimits.skillMax, 1)).max(l.jobSkillsMax),
  text: Lines(l.jobTextMax).pipe(z.string().min(1)),
  /** Its last day. */
  closes: Day,
};
const isSomewhere = ({ city, remote }: { city: string; remote: boolean }) => city !== '' || remote;
const needed = { path: ['city'], message: 'a city, or remote' };

export const AddJob = z.strictObject({ company: Slug, ...facts }).refine(isSomewhere, needed);
export type AddJob = z.infer<typeof AddJob>;
/** `version`: of the job as it was read; `open`: false closes it at once, true opens it again. */
export const EditJob = z
  .strictObject({ ...facts, open: z.boolean(), version: z.int().positive() })
  .refine(isSomewhere, needed);
export type EditJob = z.infer<typeof EditJob>;

const Company = z.object({ id: Slug, name: Name });

export const JobCompanies = z.object({ companies: z.array(Company) });
export type JobCompanies = z.infer<typeof JobCompanies>;

/** A job in a list. How many applied is told to nobody: a number that grows by one tells an employer who did. */
export const JobCard = z.object({
  id: z.uuid(),
  company: Company,
  title: z.string(),
  role: JobRole,
  level: JobLevel,
  city: z.string(),
  remote: z.boolean(),
  pay: z.object({ min: z.int(), max: z.int(), currency: Currency, months: z.int() }).nullable(),
  skills: z.array(z.string()),
  posted: Day,
  closes: Day,
  open: z.boolean(),
  /** By the reader. */
  saved: z.boolean(),
});
export type JobCard = z.infer<typeof JobCard>;

export const Job = JobCard.extend({
  text: z.string(),
  version: z.int(),
  /** The reader is a recruiter of the company. */
  mine: z.boolean(),
  /** The reader's own. */
  application: z.object({ id: z.uuid(), stage: Stage, withdrawn: z.boolean() }).nullable(),
});
export type Job = z.infer<typeof Job>;

const Question = {
  q: z.string().trim().max(80).default(''),
  role: JobRole.optional(),
  level: JobLevel.optional(),
  city: Line(profileLimits.cityMax, 1).optional(),
  remote: z.literal('yes').optional(),
  company: Slug.optional(),
  skill: Line(profileLimits.skillMax, 1).optional(),
};
const isStep = (pay: number) => (l.jobPaySteps as readonly number[]).includes(pay);
/** Month's pay in CNY that a job reaches. */
const PayStep = z.int().refine(isStep, 'one of the steps');

export const JobQuestion = z.object({ ...Question, pay: z.coerce.number().pipe(PayStep).optional() });
export const JobPlace = JobQuestion.extend({ cursor: z.string().max(20).optional() });
export type JobQuestion = z.infer<typeof JobQuestion>;

export const JobPage = z.object({ jobs: z.array(JobCard), next: z.string().nullable() });
export type JobPage = z.infer<typeof JobPage>;

/** The same as JSON, for a search that is kept. */
export const KeptQuestion = z.strictObject({ ...Question, pay: PayStep.optional() });
export type KeptQuestion = z.infer<typeof KeptQuestion>;
export const JobAlert = z.object({ id: z.uuid(), question: KeptQuestion });
export type JobAlert = z.infer<typeof JobAlert>;
export const JobAlerts = z.object({ alerts: z.array(JobAlert) });
export type JobAlerts = z.infer<typeof JobAlerts>;

export const Contacts = z.object({
  contacts: z.array(z.object({ member: MemberCard, state: z.enum(['none', 'asked', 'given']) })),
});
export type Contacts = z.infer<typeof Contacts>;

export const Referral = z.object({
  id: z.uuid(),
  /** Who asks is the other one, or the reader. */
  side: z.enum(['received', 'sent']),
  member: MemberCard,
  job: JobCard,
  note: z.string(),
  /** What the one who refers says of who asked; for the recruiter, and for both of them. */
  words: z.string(),
  state: z.enum(['asked', 'given']),
  day: Day,
});
export type Referral = z.infer<typeof Referral>;
export const Referrals = z.object({ referrals: z.array(Referral) });
export type Referrals = z.infer<typeof Referrals>;

export const AskReferral = z.strictObject({ note: Line(l.referralNoteMax) });
/** A refusal is told to nobody: the request just waits, and goes with its time. */
export const AnswerReferral = z.strictObject({ refer: z.boolean(), words: Line(l.referralNoteMax) });

export const Apply = z.strictObject({
  job: z.uuid(),
  words: Lines(l.applicationWordsMax),
  file: z
    .strictObject({
      name: Line(l.applicationFileNameMax, 1),
      /** A PDF. */
      bytes: Bytes().max(Math.ceil((l.applicationFileBytes * 4) / 3)),
    })
    .nullable(),
});
export type Apply = z.infer<typeof Apply>;

export const OwnApplication = z.object({
  id: z.uuid(),
  job: JobCard,
  stage: Stage,
  day: Day,
  withdrawn: z.boolean(),
  words: z.string(),
  file: z.object({ name: z.string(), bytes: z.int() }).nullable(),
  referrer: MemberId.nullable(),
});
export type OwnApplication = z.infer<typeof OwnApplication>;
export const OwnApplications = z.object({ applications: z.array(OwnApplication), next: z.uuid().nullable() });
export type OwnApplications = z.infer<typeof OwnApplications>;
