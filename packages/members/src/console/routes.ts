import { membersLimits as l, type membersRoutes, type Proof } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { requireProof } from '../security/proof.ts';
import { decideConsoleClaim, listConsoleClaims } from './claims.ts';
import { addDomain, type Change, decideCompany, listCompanies, removeDomain } from './companies.ts';
import { readBook, readHealth } from './health.ts';
import { readJobs } from './jobs.ts';
import { listActs } from './log.ts';
import { findMember, liftMember, listStaff, setRole, suspendMember } from './members.ts';
import { readOverview } from './overview.ts';
import { setParent } from './parent.ts';
import { changeSetting, presentSettings } from './settings.ts';

type Routes = Pick<typeof membersRoutes, Extract<keyof typeof membersRoutes, `console${string}`>>;

/** Handlers of the operator's console. What changes something asks for a proof of presence, and is recorded. */
export function consoleHandlers(ctx: Context): Handlers<Routes> {
  const today = () => dayOf(ctx.clock.now());
  async function proven(
    request: FastifyRequest,
    { proof, reason }: { proof: Proof; reason: string },
  ): Promise<Change> {
    const who = memberOf(request);
    await requireProof(ctx, request, who, proof);
    return { by: who.account, reason, day: today() };
  }
  return {
    consoleOverview: () => readOverview(ctx),
    consoleCompanies: ({ query: { status, q, cursor } }) =>
      listCompanies(ctx.pool, { status, q, cursor, most: l.consolePage }),
    async consoleDecideCompany({ params, body, request }) {
      await decideCompany(ctx, params.company, { ...(await proven(request, body)), verdict: body.verdict });
    },
    async consoleAddDomain({ params, body, request }) {
      await addDomain(ctx, params.company, { ...(await proven(request, body)), domain: body.domain });
    },
    async consoleRemoveDomain({ params, body, request }) {
      await removeDomain(ctx, params.company, { ...(await proven(request, body)), domain: body.domain });
    },
    async consoleSetParent({ params, body, request }) {
      await setParent(ctx, params.company, { ...(await proven(request, body)), parent: body.parent });
    },
    consoleClaims: ({ query: { cursor } }) =>
      listConsoleClaims(ctx.pool, { cursor, today: today(), most: l.consolePage }),
    async consoleDecideClaim({ params, body, request }) {
      await decideConsoleClaim(ctx, params, { ...(await proven(request, body)), verdict: body.verdict });
    },
    async consoleFindMember({ body, request }) {
      await ctx.brakes.search(memberOf(request).account);
      return { member: await findMember(ctx.pool, { who: body.who, today: today() }) };
    },
    async consoleSuspend({ params, body, request }) {
      const { rule, days } = body;
      await suspendMember(ctx, params.member, { ...(await proven(request, body)), rule, days });
    },
    async consoleLift({ params, body, request }) {
      await liftMember(ctx, params.member, await proven(request, body));
    },
    consoleStaff: async () => ({ staff: await listStaff(ctx.pool) }),
    async consoleSetRole({ params, body, request }) {
      const { role, has } = body;
      await setRole(ctx, params.member, { ...(await proven(request, body)), role, has });
    },
    consoleSettings: async () => ({ settings: presentSettings(ctx) }),
    async consoleSet({ params, body, request }) {
      await changeSetting(ctx, params.setting, { ...(await proven(request, body)), value: body.value });
    },
    consoleJobs: () => readJobs(ctx),
    consoleHealth: () => readHealth(ctx),
    consoleBook: () => readBook(ctx),
    consoleLog: ({ query }) => listActs(ctx.pool, { before: query.before, most: l.consoleLogPage }),
  };
}
