import { z } from 'zod';
import { Name, Slug } from '../../issuer.ts';
import { MemberCard } from '../people.ts';
import { profileLimits } from '../profile/limits.ts';
import { searchLimits as l } from './limits.ts';

const Question = z.string().max(l.questionMax).default('');
/** Where a list goes on: taken from the page before, and of no other meaning. */
const SearchCursor = z
  .string()
  .max(120)
  .regex(/^[\w.-]+$/);

/** What people are narrowed by; a question, one of these, or both. */
export const PeopleQuestion = z.object({
  q: Question,
  /** As a profile has it, in any letter case. */
  city: z.string().max(profileLimits.cityMax).optional(),
  company: Slug.optional(),
  industry: Slug.optional(),
  /** Steps over connections. */
  degree: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2)]))
    .optional(),
});
export const PeoplePlace = PeopleQuestion.extend({ cursor: SearchCursor.optional() });

/** How somebody was found: by the whole name, by a part of it or its sound, by what their page says, by a likeness. */
export const FoundBy = z.enum(['name', 'part', 'page', 'likeness']);
export type FoundBy = z.infer<typeof FoundBy>;

/** In this order: how well the name fits, then how near they are, then none that means anything. */
export const PeopleFound = z.object({
  found: z.array(z.object({ member: MemberCard, by: FoundBy })),
  next: SearchCursor.nullable(),
});
export type PeopleFound = z.infer<typeof PeopleFound>;

const Count = z.int().positive();
/** How many of those found there are of each kind, most first; `capped`: there are more than were counted. */
export const PeopleFacets = z.object({
  total: z.int().nonnegative(),
  capped: z.boolean(),
  degrees: z.array(z.object({ degree: z.union([z.literal(1), z.literal(2)]), count: Count })),
  companies: z.array(z.object({ id: Slug, name: Name, count: Count })),
  industries: z.array(z.object({ id: Slug, count: Count })),
  cities: z.array(z.object({ city: z.string(), count: Count })),
});
export type PeopleFacets = z.infer<typeof PeopleFacets>;

export const CompanyQuestion = z.object({
  q: Question,
  industry: Slug.optional(),
  cursor: SearchCursor.optional(),
});
export const CompaniesFound = z.object({
  found: z.array(
    z.object({
      id: Slug,
      name: Name,
      industry: Slug,
      domains: z.array(z.string()),
      by: FoundBy,
    }),
  ),
  /** Industries of all that were found; none on later pages. */
  industries: z.array(z.object({ id: Slug, count: Count })),
  next: SearchCursor.nullable(),
});
export type CompaniesFound = z.infer<typeof CompaniesFound>;

export const PostQuestion = z.object({ q: Question, cursor: SearchCursor.optional() });
