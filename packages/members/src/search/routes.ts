import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../people/cards.ts';
import { searchCompanies } from './companies.ts';
import { countFacets, searchPeople } from './people.ts';

type Routes = Pick<typeof membersRoutes, 'searchPeople' | 'peopleFacets' | 'searchCompanies'>;

/** Handlers of search in the named half. What was asked is written nowhere. */
export function searchHandlers(ctx: Context): Handlers<Routes> {
  async function reader(request: FastifyRequest): Promise<Reader> {
    const { account } = memberOf(request);
    await ctx.brakes.search(account);
    return { account, today: dayOf(ctx.clock.now()) };
  }
  return {
    searchPeople: async ({ query, request }) => searchPeople(ctx.pool, await reader(request), query),
    peopleFacets: async ({ query, request }) => countFacets(ctx.pool, await reader(request), query),
    searchCompanies: ({ query }) => searchCompanies(ctx.pool, query),
  };
}
