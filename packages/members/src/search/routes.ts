import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../people/cards.ts';
import { searchCompanies } from './companies.ts';
import { countFacets, searchPeople } from './people.ts';
import { readTop, searchPosts } from './posts.ts';

type Routes = Pick<typeof membersRoutes, 'searchPeople' | 'peopleFacets' | 'searchCompanies' | 'searchPosts'>;

/** Posts that may have come since the highest place was read. */
const margin = 512;
const topSeconds = 30;

/** The highest place among posts, asked for twice a minute and with a margin for what comes meanwhile. */
function rememberTop({ pool, clock }: Context): () => Promise<number> {
  let known: { top: Promise<number>; until: number } | undefined;
  return async () => {
    const now = clock.now().getTime();
    if (!known || known.until <= now) known = { top: readTop(pool), until: now + topSeconds * 1000 };
    const { top } = known;
    try {
      return (await top) + margin;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

/** Handlers of search in the named half. What was asked is written nowhere. */
export function searchHandlers(ctx: Context): Handlers<Routes> {
  async function reader(request: FastifyRequest): Promise<Reader> {
    const { account } = memberOf(request);
    await ctx.brakes.search(account);
    return { account, today: dayOf(ctx.clock.now()) };
  }
  const top = rememberTop(ctx);
  return {
    searchPeople: async ({ query, request }) => searchPeople(ctx.pool, await reader(request), query),
    peopleFacets: async ({ query, request }) => countFacets(ctx.pool, await reader(request), query),
    searchCompanies: ({ query }) => searchCompanies(ctx.pool, query),
    async searchPosts({ query: { q, cursor }, request }) {
      const who = await reader(request);
      return searchPosts(ctx.pool, who, { q, cursor, top: await top() });
    },
  };
}
