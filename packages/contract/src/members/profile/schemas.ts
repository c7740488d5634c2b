import { z } from 'zod';
import { NetworkStanding } from '../network/schemas.ts';
import { Audience, Handle, MemberCard } from '../people.ts';
import { profileLimits as l } from './limits.ts';
import {
  Education,
  Experience,
  Languages,
  Links,
  type Section,
  ShownSections,
  Skills,
  sectionContents,
} from './sections.ts';
import { Line } from './text.ts';

export * from './sections.ts';

/** Who finds a member's page at all: members, or also whoever is not signed in. */
export const PageAudience = z.enum(['members', 'everyone']);

/** A member's page as the reader may see it. */
export const Person = MemberCard.extend({
  sections: ShownSections,
  /** What the two are to each other; null for who is not signed in. */
  network: NetworkStanding.nullable(),
  /** Search engines may keep the page. */
  indexable: z.boolean(),
});
export type Person = z.infer<typeof Person>;

const Version = z.int().nonnegative();
const own = <T extends z.ZodType>(content: T) => z.object({ content, audience: Audience, version: Version });

/** The page as its owner edits it. Versions begin at 0 and rise with each change of their part. */
export const OwnProfile = MemberCard.omit({ degree: true }).extend({
  version: Version,
  page: PageAudience,
  indexable: z.boolean(),
  sections: z.object({
    about: own(z.string()),
    experience: own(Experience),
    education: own(Education),
    skills: own(Skills),
    languages: own(Languages),
    city: own(z.string()),
    links: own(Links),
  }),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

export const EditHead = z.strictObject({
  /** As it was read: a change of which this device does not know is refused, and nothing is overwritten. */
  version: Version,
  handle: Handle,
  headline: Line(l.headlineMax),
  page: PageAudience,
  indexable: z.boolean(),
});

const edit = <S extends Section>(section: S) =>
  z.strictObject({
    section: z.literal(section),
    version: Version,
    audience: Audience,
    content: sectionContents[section],
  });
export const EditSection = z.discriminatedUnion('section', [
  edit('about'),
  edit('experience'),
  edit('education'),
  edit('skills'),
  edit('languages'),
  edit('city'),
  edit('links'),
]);
export type EditSection = z.infer<typeof EditSection>;
