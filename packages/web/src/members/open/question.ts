import type { JobSearch } from '../jobs/question.ts';
import { readSearch } from '../jobs/question.ts';

/** What is looked for among people, as it stands in the address: a part of what is looked for among jobs. */
export type OpenSearch = Pick<JobSearch, 'q' | 'role' | 'level' | 'city' | 'remote'>;

/** The question of an address; whatever does not belong in one is left out. */
export function readOpenSearch(given: Record<string, unknown>): OpenSearch {
  const { pay: _pay, company: _company, skill: _skill, ...search } = readSearch(given);
  return search;
}
