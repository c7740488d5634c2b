import type { RouteTable } from '../../common.ts';
import { PostPage } from '../feed/schemas.ts';
import type { searchPaths } from './paths.ts';
import * as s from './schemas.ts';

export const searchRoutes = {
  searchPeople: {
    summary: 'Members by name (also by its sound, or misspelt) and by what their page shows the reader',
    access: 'session',
    scope: 'search:read',
    query: s.PeoplePlace,
    reply: s.PeopleFound,
  },
  peopleFacets: {
    summary: 'How many such members there are by city, company, industry and degree',
    access: 'session',
    scope: 'search:read',
    query: s.PeopleQuestion,
    reply: s.PeopleFacets,
  },
  searchCompanies: {
    summary: 'Companies by name (also by its sound, or misspelt) or domain',
    access: 'public',
    query: s.CompanyQuestion,
    reply: s.CompaniesFound,
  },
  searchPosts: {
    summary: 'Posts by what they say, the newest first, as far as they are for the reader',
    access: 'session',
    scope: 'search:read',
    query: s.PostQuestion,
    reply: PostPage,
  },
} as const satisfies RouteTable<typeof searchPaths>;
