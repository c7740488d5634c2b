import { z } from 'zod';
import { Epoch, Name, Slug, Standing } from '../../issuer.ts';
import { profileLimits as l } from './limits.ts';
import { Line, Lines } from './text.ts';

/* The parts of a profile: what each holds as it is written, and as others see it. */

const Month = Epoch;
const Year = z.int().min(1930).max(2100);
const inOrder = ({ from, to }: { from: string | number | null; to: string | number | null }) =>
  from === null || to === null || from <= to;
const order = { message: 'begins after it ends', path: ['to'] };

const Work = z.strictObject({
  /** One of the member's own verified employments: it shows the company's name in place of `company`, and the mark. */
  employment: z.uuid().nullable(),
  company: Line(l.companyMax),
  title: Line(l.titleMax, 1),
  from: Month,
  /** Null: still there. */
  to: Month.nullable(),
  text: Lines(l.workTextMax),
});
export const Experience = z
  .array(
    Work.refine(inOrder, order).refine(({ employment, company }) => employment !== null || company !== '', {
      message: 'names no company',
      path: ['company'],
    }),
  )
  .max(l.experienceMax);
export const Education = z
  .array(
    z
      .strictObject({
        school: Line(l.schoolMax, 1),
        degree: Line(l.degreeMax),
        from: Year.nullable(),
        to: Year.nullable(),
      })
      .refine(inOrder, order),
  )
  .max(l.educationMax);
export const Skills = z.array(Line(l.skillMax, 1)).max(l.skillsMax);
export const LanguageLevel = z.enum(['basic', 'working', 'fluent', 'native']);
export type LanguageLevel = z.infer<typeof LanguageLevel>;
export const Languages = z
  .array(
    z.strictObject({
      /** ISO 639, such as `zh`. */
      code: z.string().regex(/^[a-z]{2,3}$/),
      level: LanguageLevel,
    }),
  )
  .max(l.languagesMax);
export const Links = z
  .array(
    z.strictObject({
      name: Line(l.linkNameMax),
      url: z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(l.linkMax),
    }),
  )
  .max(l.linksMax);
const About = Lines(l.aboutMax);
const City = Line(l.cityMax);

/** What each part holds as its owner writes it. */
export const sectionContents = {
  about: About,
  experience: Experience,
  education: Education,
  skills: Skills,
  languages: Languages,
  city: City,
  links: Links,
} as const;
export const Section = z.enum(['about', 'experience', 'education', 'skills', 'languages', 'city', 'links']);
export type Section = z.infer<typeof Section>;

/** A place of work as others see it: `verified` is what the issuer's proof says, and nothing that the member typed. */
export const ShownWork = z.object({
  company: z.string(),
  title: z.string(),
  from: Month,
  to: Month.nullable(),
  text: z.string(),
  verified: z.object({ company: Slug, name: Name, month: Month, standing: Standing }).nullable(),
});
export type ShownWork = z.infer<typeof ShownWork>;

const ShownEducation = z.array(
  z.object({
    school: z.string(),
    degree: z.string(),
    from: z.int().nullable(),
    to: z.int().nullable(),
  }),
);
/** A part that is empty, or not for this reader, is absent: nothing tells the two apart. */
export const ShownSections = z.object({
  about: z.string().optional(),
  experience: z.array(ShownWork).optional(),
  education: ShownEducation.optional(),
  skills: z.array(z.string()).optional(),
  languages: z.array(z.object({ code: z.string(), level: LanguageLevel })).optional(),
  city: z.string().optional(),
  links: z.array(z.object({ name: z.string(), url: z.string() })).optional(),
});
export type ShownSections = z.infer<typeof ShownSections>;
