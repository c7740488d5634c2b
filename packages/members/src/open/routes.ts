import type { OpenRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import type { Asker } from '../jobs/job-service.ts';
import { countedMember } from '../people/reading.ts';
import { dismissInvitation, findPeople, invite, listInvitations } from './service.ts';
import * as store from './store.ts';

/** Handlers of who is open to work, and of those who look for them. */
export function openHandlers(ctx: Context): Handlers<OpenRoutes> {
  const me = (request: FastifyRequest): Asker => ({
    account: memberOf(request).account,
    today: dayOf(ctx.clock.now()),
  });
  return {
    openToWork: ({ request }) => store.readOwn(ctx.pool, me(request).account),
    async setOpenToWork({ body, request }) {
      const { account } = me(request);
      await withTransaction(ctx.pool, (tx) => store.upsertOpen(tx, account, body));
      return store.readOwn(ctx.pool, account);
    },
    async endOpenToWork({ request }) {
      await store.deleteOpen(ctx.pool, me(request).account);
    },
    async openPeople({ query: { after, ...question }, request }) {
      await ctx.brakes.search(memberOf(request).account);
      return findPeople(ctx, me(request), { question, after });
    },
    async openPerson({ params, request }) {
      await countedMember(ctx, request);
      return { open: await store.readOpen(ctx.pool, me(request), params.member) };
    },
    async invite({ params, body, request }) {
      await invite(ctx, me(request), { ...params, note: body.note });
    },
    invitations: ({ request }) => listInvitations(ctx, me(request)),
    async dismissInvitation({ params, request }) {
      await dismissInvitation(ctx, me(request).account, params.invitation);
    },
  };
}
