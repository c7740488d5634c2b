import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { sendPublic } from '../public-document.ts';
import { readDirectory } from './directory.ts';
import { presentCompany } from './present.ts';
import * as service from './service.ts';
import * as store from './store.ts';

type Routes = Pick<
  typeof membersRoutes,
  'companies' | 'proposeCompany' | 'directory' | 'operatorCompanies' | 'operatorApprove' | 'operatorReject'
>;

const mostFound = 20;
const withStatus = (row: store.CompanyStatusRow) => ({ ...presentCompany(row), status: row.status });

/** Handlers of the directory of companies, and of the operator's decisions about it. */
export function companyHandlers(ctx: Context): Handlers<Routes> {
  return {
    async companies({ query }) {
      const rows = await store.searchCompanies(ctx.pool, query.q.trim(), mostFound);
      return { companies: rows.map(presentCompany) };
    },
    async proposeCompany({ body, request }) {
      await ctx.guard.beforeProposal(memberOf(request).account);
      return { company: await service.proposeCompany(ctx, body) };
    },
    async directory({ request, reply }) {
      return sendPublic(request, reply, await readDirectory(ctx));
    },
    async operatorCompanies({ query }) {
      const rows = await store.listByStatus(ctx.pool, query.status);
      return { companies: rows.map(withStatus) };
    },
    operatorApprove: async ({ params }) => withStatus(await service.approveCompany(ctx, params.company)),
    operatorReject: async ({ params }) => withStatus(await service.rejectCompany(ctx, params.company)),
  };
}
