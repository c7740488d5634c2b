import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import type { Member } from '../accounts/types.ts';
import type { Context } from '../context.ts';
import { type ListRoutes, listHandlers } from './list-routes.ts';
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

type Act = (ctx: Context, who: Member, member: string) => Promise<void>;

/** Handlers of what members are to each other. */
export function networkHandlers(ctx: Context): Handlers<Routes & ListRoutes> {
  const done =
    (act: Act) =>
    async ({ params, request }: { params: { member: string }; request: FastifyRequest }) => {
      await act(ctx, memberOf(request), params.member);
      return undefined;
    };
  return {
    ...listHandlers(ctx),
    askConnection: async ({ params: { member }, body: { note }, request }) => ({
      tie: await service.askConnection(ctx, memberOf(request), { member, note }),
    }),
    acceptRequest: async ({ params, request }) => ({
      tie: await service.acceptRequest(ctx, memberOf(request), params.member),
    }),
    declineRequest: done(service.declineRequest),
    withdrawRequest: done(service.withdrawRequest),
    removeConnection: done(service.removeConnection),
    follow: done(service.follow),
    unfollow: done(service.unfollow),
    block: done(service.block),
    unblock: done(service.unblock),
    dismissSuggestion: done(service.dismissSuggestion),
  };
}
