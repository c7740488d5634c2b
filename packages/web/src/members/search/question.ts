export const kinds = ['people', 'companies', 'posts'] as const;
export type Kind = (typeof kinds)[number];

/** What is looked for, as it stands in the address. */
export interface Question {
  readonly q?: string;
  readonly of?: Kind;
  readonly city?: string;
  readonly company?: string;
  readonly industry?: string;
  readonly degree?: 1 | 2;
}

const isKind = (value: unknown): value is Kind => kinds.includes(value as Kind);
const text = (value: unknown, most: number): string | undefined => {
  // A number that was typed comes back from the address as one.
  const word = typeof value === 'number' ? String(value) : value;
  return typeof word === 'string' && word.trim() !== '' ? word.slice(0, most) : undefined;
};

/** The question of an address; whatever does not belong in one is left out. */
export function readQuestion(search: Record<string, unknown>): Question {
  const [q, city] = [text(search.q, 80), text(search.city, 80)];
  const [company, industry] = [text(search.company, 40), text(search.industry, 40)];
  const { degree } = search;
  return {
    ...(q && { q }),
    ...(isKind(search.of) && search.of !== 'people' && { of: search.of }),
    ...(city && { city }),
    ...(company && { company }),
    ...(industry && { industry }),
    ...((degree === 1 || degree === 2) && { degree }),
  };
}

/** Whether there is anything to look for. */
export const asksPeople = ({ q, city, company, industry, degree }: Question): boolean =>
  (q ?? city ?? company ?? industry ?? degree) !== undefined;
