import type { JobLevel, JobRole } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';

/** What is looked for, as it stands in the address. */
export interface JobSearch {
  readonly q?: string;
  readonly role?: JobRole;
  readonly level?: JobLevel;
  readonly city?: string;
  readonly remote?: 'yes';
  readonly pay?: number;
  readonly company?: string;
  readonly skill?: string;
}

/** Every one of the contract's lists (members/hiring/facts.ts), whose schemas a page does not carry along. */
const roles: Readonly<Record<JobRole, true>> = {
  ...{ engineering: true, data: true, product: true, design: true, research: true, operations: true },
  ...{ marketing: true, sales: true, support: true, finance: true, legal: true, people: true },
  ...{ production: true, logistics: true, teaching: true, health: true, other: true },
};
const levels: Readonly<Record<JobLevel, true>> = {
  ...{ intern: true, entry: true, middle: true, senior: true, lead: true, head: true },
};

const text = (value: unknown, most: number): string | undefined => {
  // A number that was typed comes back from the address as one.
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && word.trim() !== '' ? word.trim().slice(0, most) : undefined;
};
const oneOf = <K extends string>(words: Readonly<Record<K, unknown>>, value: unknown): K | undefined =>
  typeof value === 'string' && Object.hasOwn(words, value) ? (value as K) : undefined;

/** The question of an address; whatever does not belong in one is left out. */
export function readSearch(given: Record<string, unknown>): JobSearch {
  const [q, city, company] = [text(given.q, 80), text(given.city, 80), text(given.company, 40)];
  const [role, level, skill] = [oneOf(roles, given.role), oneOf(levels, given.level), text(given.skill, 40)];
  const pay = membersLimits.jobPaySteps.find((step) => step === Number(given.pay));
  return {
    ...(q && { q }),
    ...(role && { role }),
    ...(level && { level }),
    ...(city && { city }),
    ...(given.remote === 'yes' && { remote: 'yes' }),
    ...(pay && { pay }),
    ...(company && { company }),
    ...(skill && { skill }),
  };
}

export const asksJobs = (search: JobSearch): boolean => Object.keys(search).length > 0;
