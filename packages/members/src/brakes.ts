import { type Brake, createBrakes } from './brake.ts';

const hour = 60 * 60;
const day = 24 * hour;

/** What one member may do how often, before it is no person who does it. */
const shares = {
  picture: { most: 120, seconds: hour },
  post: { most: 60, seconds: day },
  comment: { most: 300, seconds: day },
  reaction: { most: 1000, seconds: day },
  preview: { most: 60, seconds: hour },
  report: { most: 60, seconds: day },
  job: { most: 100, seconds: day },
  apply: { most: 100, seconds: day },
  message: { most: 300, seconds: day },
  invite: { most: 60, seconds: day },
  referral: { most: 60, seconds: day },
  export: { most: 60, seconds: day },
} as const;

export type Brakes = Readonly<Record<keyof typeof shares | 'search' | 'page' | 'visit', Brake>>;

/** In an hour: searches and pages of one member, and pages of all visitors from one network. */
export const openBrakes = (
  of: Readonly<Record<'searches' | 'pages' | 'visits', () => number>>,
  processes: () => number,
): Brakes =>
  createBrakes(
    {
      ...shares,
      search: { most: of.searches, seconds: hour },
      page: { most: of.pages, seconds: hour },
      visit: { most: of.visits, seconds: hour },
    },
    processes,
  );
