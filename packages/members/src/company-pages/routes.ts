import { membersLimits, type membersRoutes, roundHeadcount } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf, readerOf } from '../access.ts';
import { presentCompany } from '../companies/present.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { readCards } from '../people/cards.ts';
import * as store from './store.ts';

type Routes = Pick<
  typeof membersRoutes,
  'company' | 'companyHistory' | 'editCompany' | 'followCompany' | 'unfollowCompany'
>;

/** Handlers of companies' pages. What is read there is written nowhere. */
export function companyPageHandlers(ctx: Context): Handlers<Routes> {
  return {
    async company({ params, request }) {
      const reader = await readerOf(ctx, request);
      const row = await store.readPage(ctx.pool, params.company, reader);
      if (!row) throw fail('company-unknown');
      const first = row.known.slice(0, membersLimits.knownShown);
      const cards = first.length > 0 ? await readCards(ctx.pool, reader, first) : new Map();
      const { facts, version, following, roles, jobs } = row;
      return {
        ...presentCompany(row),
        ...{ facts, version, following, roles, headcount: roundHeadcount(row.headcount) },
        known: { count: row.known.length, cards: [...cards.values()] },
        jobs: { count: row.open_jobs, latest: jobs },
      };
    },
    async companyHistory({ params, request }) {
      const { account } = await readerOf(ctx, request);
      const versions = await store.readVersions(ctx.pool, params.company, account);
      if (!versions) throw fail('company-unknown');
      return { versions };
    },
    async editCompany({ params: { company }, body, request }) {
      const day = dayOf(ctx.clock.now());
      const by = memberOf(request).account;
      const { right, written } = await store.writeVersion(ctx.pool, { ...body, company, by, day });
      if (!right) throw fail('not-representative');
      if (!written) throw fail('company-stale');
    },
    async followCompany({ params, request }) {
      if (!(await store.insertFollow(ctx.pool, memberOf(request).account, params.company)))
        throw fail('company-unknown');
    },
    async unfollowCompany({ params, request }) {
      await store.deleteFollow(ctx.pool, memberOf(request).account, params.company);
    },
  };
}
