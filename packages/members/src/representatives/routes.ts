import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { sendPublic } from '../public-document.ts';
import * as claims from './claims.ts';
import { listOwn } from './desk-store.ts';
import { findColleagues } from './find.ts';
import * as keys from './keys.ts';
import * as service from './service.ts';

type Routes = Pick<
  typeof membersRoutes,
  | 'companyDesk'
  | 'companyColleagues'
  | 'claimCompany'
  | 'withdrawClaim'
  | 'claimByDomain'
  | 'setRepresentative'
  | 'removeRepresentative'
  | 'addCompanyKey'
  | 'revokeCompanyKey'
  | 'ownCompanies'
  | 'operatorClaims'
  | 'operatorApproveClaim'
  | 'operatorRejectClaim'
  | 'companyKeys'
>;

const bytes = (text: string) => Buffer.from(text, 'base64url');

/** Handlers of those who act for a company: how one becomes one, roles, and the keys with which the company answers. */
export function representativeHandlers(ctx: Context): Handlers<Routes> {
  const decide = (claim: { company: string; member: string }, approve: boolean) =>
    withTransaction(ctx.pool, (tx) =>
      claims.decideClaim(tx, { ...claim, approve, words: '', today: dayOf(ctx.clock.now()) }),
    );
  return {
    companyDesk: ({ params, request }) => service.presentDesk(ctx, memberOf(request).account, params.company),
    async companyColleagues({ params, query, request }) {
      const { account } = memberOf(request);
      await ctx.brakes.search(account);
      return { colleagues: await findColleagues(ctx, { company: params.company, account, q: query.q }) };
    },
    async claimCompany({ params, request }) {
      await claims.claimCompany(ctx, memberOf(request).account, params.company);
    },
    async withdrawClaim({ params, request }) {
      await claims.withdrawClaim(ctx.pool, memberOf(request).account, params.company);
    },
    async claimByDomain({ params: { company }, request }) {
      const { account } = memberOf(request);
      await claims.claimByDomain(ctx, account, company);
      return service.presentDesk(ctx, account, company);
    },
    async setRepresentative({ params: { company, member }, body, request }) {
      const by = memberOf(request).account;
      await service.setRoles(ctx, { by, company, member, roles: body.roles });
      return service.presentDesk(ctx, by, company);
    },
    async removeRepresentative({ params: { company, member }, request }) {
      await service.removeRepresentative(ctx, { by: memberOf(request).account, company, member });
    },
    async addCompanyKey({ params: { company }, body, request }) {
      const { account } = memberOf(request);
      await keys.addKey(ctx, { company, account, key: bytes(body.key) });
      return service.presentDesk(ctx, account, company);
    },
    async revokeCompanyKey({ params: { company, key }, request }) {
      await keys.revokeKey(ctx, { company, account: memberOf(request).account, key: bytes(key) });
    },
    async ownCompanies({ request }) {
      const rows = await listOwn(ctx.pool, memberOf(request).account);
      return {
        companies: rows.map(({ id, name_zh: zh, name_en: en, roles }) => ({ id, name: { zh, en }, roles })),
      };
    },
    async operatorClaims() {
      const rows = await claims.listClaims(ctx.pool);
      return {
        claims: rows.map(({ name_zh: zh, name_en: en, ...row }) => ({ ...row, companyName: { zh, en } })),
      };
    },
    async operatorApproveClaim({ params }) {
      await decide(params, true);
    },
    async operatorRejectClaim({ params }) {
      await decide(params, false);
    },
    async companyKeys({ request, reply }) {
      const rows = await keys.listKeys(ctx.pool, await ctx.book.size());
      return sendPublic(request, reply, {
        keys: rows.map((row) => ({ ...row, key: row.key.toString('base64url') })),
      });
    },
  };
}
