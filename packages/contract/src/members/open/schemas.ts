import { z } from 'zod';
import { Name, Slug } from '../../issuer.ts';
import { Day } from '../basics.ts';
import { JobLevel, JobRole } from '../hiring/facts.ts';
import { JobCard } from '../jobs/schemas.ts';
import { MemberCard, MemberId } from '../people.ts';
import { profileLimits } from '../profile/limits.ts';
import { Line, Lines } from '../profile/text.ts';
import { openLimits as l } from './limits.ts';

const City = Line(profileLimits.cityMax, 1);
const wish = {
  roles: z.array(JobRole).min(1).max(l.openRoles),
  /** None: of any level. */
  levels: z.array(JobLevel).max(l.openLevels),
  cities: z.array(City).max(l.openCities),
  remote: z.boolean(),
  words: Lines(l.openWordsMax),
};

/** What somebody looks for. */
export const OpenTo = z.object({
  roles: z.array(JobRole),
  levels: z.array(JobLevel),
  cities: z.array(z.string()),
  remote: z.boolean(),
  words: z.string(),
});
export type OpenTo = z.infer<typeof OpenTo>;

/** `hidden`: companies whose people never see it, besides own employers and what belongs to them. */
export const SetOpenToWork = z
  .strictObject({ ...wish, hidden: z.array(Slug).max(l.openHiddenMax) })
  .refine(({ cities, remote }) => cities.length > 0 || remote, {
    path: ['cities'],
    message: 'a city, or remote',
  });
export type SetOpenToWork = z.infer<typeof SetOpenToWork>;

const Company = z.object({ id: Slug, name: Name });
/** `open` null: nobody finds the member. */
export const OpenToWork = z.object({
  open: OpenTo.extend({ hidden: z.array(Company) }).nullable(),
  /** Employers the house knows of, present and past, proved or claimed: these and all that belong to them never see it. */
  employers: z.array(Company),
});
export type OpenToWork = z.infer<typeof OpenToWork>;

export const OpenQuestion = z.object({
  q: z.string().trim().max(l.openQuestionMax).default(''),
  role: JobRole.optional(),
  level: JobLevel.optional(),
  city: City.optional(),
  remote: z.literal('yes').optional(),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;
/** `after`: the last member of the page before. */
export const OpenPlace = OpenQuestion.extend({ after: MemberId.toLowerCase().optional() });

/** In an order that means nothing. How many there are is told to nobody. */
export const OpenPeople = z.object({
  people: z.array(z.object({ member: MemberCard, open: OpenTo })),
  next: MemberId.nullable(),
});
export type OpenPeople = z.infer<typeof OpenPeople>;

export const Invite = z.strictObject({ note: Lines(l.inviteNoteMax) });

export const Invitation = z.object({
  id: z.uuid(),
  job: JobCard,
  /** Who invites; null: has left. */
  by: MemberCard.nullable(),
  note: z.string(),
  hidden: z.boolean(),
  applied: z.boolean(),
  day: Day,
});
export type Invitation = z.infer<typeof Invitation>;
export const Invitations = z.object({ invitations: z.array(Invitation) });
export type Invitations = z.infer<typeof Invitations>;
