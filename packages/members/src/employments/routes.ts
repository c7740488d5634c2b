import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import { readMe } from '../accounts/me.ts';
import type { Context } from '../context.ts';
import * as service from './service.ts';

type Routes = Pick<typeof membersRoutes, 'startEmployment' | 'confirmEmployment' | 'commit'>;

/** Handlers of employments: from the work address to the pinned commitment. */
export function employmentHandlers(ctx: Context): Handlers<Routes> {
  const me = (request: FastifyRequest) => readMe(ctx.pool, memberOf(request).account, ctx.clock.now());
  return {
    async startEmployment({ body, request }) {
      const { locale } = memberOf(request);
      return service.startEmployment(ctx, memberOf(request), { ...body, locale });
    },
    async confirmEmployment({ params, body, request }) {
      await service.confirmEmployment(ctx, memberOf(request), {
        employment: params.employment,
        code: body.code,
      });
      return me(request);
    },
    async commit({ body, request }) {
      await service.pinCommitment(ctx, memberOf(request), body);
      return me(request);
    },
  };
}
