import type { PathTable } from '../../common.ts';

/** Search in the named half. */
export const searchPaths = {
  searchPeople: 'GET /search/people',
  peopleFacets: 'GET /search/people/facets',
  searchCompanies: 'GET /search/companies',
  searchPosts: 'GET /search/posts',
} as const satisfies PathTable;
