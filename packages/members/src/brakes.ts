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
} as const;

export type Brakes = Readonly<Record<keyof typeof shares | 'search', Brake>>;

/** `searches`: of one member in an hour. */
export const openBrakes = (searches: number): Brakes =>
  createBrakes({ ...shares, search: { most: searches, seconds: hour } });
