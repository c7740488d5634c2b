import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { listHandlers, type ListRoutes } from './list-routes.ts';
import * as service from './service.ts';

type Routes = Pick<
  typeof membersRoutes,
  | 'askConnection'
  | 'withdrawRequest'
  | 'acceptRequest'
  | 'declineRequest'
  | 'removeConnection'
  | 'follow'
  | 'unfollow'
  | 'block'
  | 'unblock'
  | 'dismissSuggestion'
>;

/** Handlers of what members are to each other. */
export function networkHandlers(ctx: Context): Handlers<Routes & ListRoutes> {
  return {
    ...listHandlers(ctx),
    askConnection: async ({ params: { member }, body: { note }, request }) => ({
      tie: await service.askConnection(ctx, memberOf(request), { member, note }),
    }),
    acceptRequest: async ({ params, request }) => ({
      tie: await service.acceptRequest(ctx, memberOf(request), params.member),
    }),
    declineRequest: ({ params, request }) => service.declineRequest(ctx, memberOf(request), params.member),
    withdrawRequest: ({ params, request }) => service.withdrawRequest(ctx, memberOf(request), params.member),
    removeConnection: ({ params, request }) =>
      service.removeConnection(ctx, memberOf(request), params.member),
    follow: ({ params, request }) => service.follow(ctx, memberOf(request), params.member),
    unfollow: ({ params, request }) => service.unfollow(ctx, memberOf(request), params.member),
    block: ({ params, request }) => service.block(ctx, memberOf(request), params.member),
    unblock: ({ params, request }) => service.unblock(ctx, memberOf(request), params.member),
    dismissSuggestion: ({ params, request }) =>
      service.dismissSuggestion(ctx, memberOf(request), params.member),
  };
}
