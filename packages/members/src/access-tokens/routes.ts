import { randomBytes } from 'node:crypto';
import { membersLimits, type membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { withTransaction } from '@teahouse/kit/pool';
import { dayOf } from '@teahouse/protocol';
import { sessionOf } from '../access.ts';
import type { Context } from '../context.ts';
import { dayAfter } from '../days.ts';
import { fail } from '../errors.ts';
import { sha256 } from '../keys.ts';
import { tellOwner } from '../security/notices.ts';
import { requireProof } from '../security/proof.ts';
import { deleteToken, insertToken, listTokens } from './store.ts';

type Names = 'accessTokens' | 'makeAccessToken' | 'endAccessToken';

/** Handlers of access tokens. All of them take a person who is signed in: no token makes another. */
export function accessTokenHandlers(ctx: Context): Handlers<Pick<typeof membersRoutes, Names>> {
  return {
    async accessTokens({ request }) {
      const { account } = sessionOf(request);
      return { tokens: await listTokens(ctx.pool, account, dayOf(ctx.clock.now())) };
    },
    async makeAccessToken({ body, request }) {
      const who = sessionOf(request);
      await requireProof(ctx, request, who, body.proof);
      const secret = `thp_${randomBytes(32).toString('base64url')}`;
      const made = await withTransaction(ctx.pool, (tx) =>
        insertToken(tx, {
          ...{ account: who.account, name: body.name, hash: sha256(secret) },
          scopes: [...new Set(body.scopes)],
          expires: dayAfter(ctx.clock.now(), body.days),
          most: membersLimits.tokensMost,
        }),
      );
      if (!made) throw fail('token-limit');
      await tellOwner(ctx, who, 'tokenMade');
      return { ...made, secret };
    },
    async endAccessToken({ params, request }) {
      const { account } = sessionOf(request);
      if (!(await deleteToken(ctx.pool, { id: params.token, account }))) throw fail('not-found');
      return undefined;
    },
  };
}
