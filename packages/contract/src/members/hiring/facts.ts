import { z } from 'zod';

/* Closed lists of hiring, for both its sides: who looks for work and who offers it. */

/** What a member may do in a company's name; an owner may do all of it. */
export const RepresentativeRole = z.enum(['owner', 'speaker', 'recruiter']);
export type RepresentativeRole = z.infer<typeof RepresentativeRole>;

/** What somebody is hired to do. */
export const JobRole = z.enum([
  ...(['engineering', 'data', 'product', 'design', 'research', 'operations', 'marketing', 'sales'] as const),
  ...([
    'support',
    'finance',
    'legal',
    'people',
    'production',
    'logistics',
    'teaching',
    'health',
    'other',
  ] as const),
]);
export type JobRole = z.infer<typeof JobRole>;

export const JobLevel = z.enum(['intern', 'entry', 'middle', 'senior', 'lead', 'head']);
export type JobLevel = z.infer<typeof JobLevel>;

/** Where an application stands, in the order of a board. */
export const Stage = z.enum(['new', 'screen', 'interview', 'offer', 'hired', 'declined']);
export type Stage = z.infer<typeof Stage>;
