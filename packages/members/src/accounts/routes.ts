import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyReply, FastifyRequest, Handlers } from '@teahouse/kit/http';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import * as cookies from './cookies.ts';
import { readMe } from './me.ts';
import * as service from './service.ts';
import * as sessions from './sessions.ts';
import type { Account } from './store.ts';

type Routes = Pick<
  typeof membersRoutes,
  | 'signUp'
  | 'confirmEmail'
  | 'signIn'
  | 'signOut'
  | 'me'
  | 'deleteAccount'
  | 'sessions'
  | 'endSession'
  | 'endOtherSessions'
>;

/** Handlers of accounts and sessions. */
export function accountHandlers(ctx: Context): Handlers<Routes> {
  const secure = ctx.config.mode === 'production';
  const me = (account: string) => readMe(ctx.pool, account, ctx.clock.now());
  const welcome = (at: { request: FastifyRequest; reply: FastifyReply }, who: Account, email: string) => {
    sessions.openSession(ctx, at, who);
    cookies.setKnown(at.reply, ctx.keys, service.canonicalEmail(email), secure);
    return me(who.account);
  };
  return {
    async signUp({ body, reply }) {
      cookies.setSignUp(reply, await service.signUp(ctx, body), secure);
      return { sent: true };
    },
    async confirmEmail({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const account = await service.confirmEmail(ctx, { ...body, signUp });
      cookies.clear(reply, cookies.signUpCookie, secure);
      return welcome({ request, reply }, account, body.email);
    },
    async signIn({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const known = cookies.knownBrowser(request, ctx.keys, service.canonicalEmail(body.email));
      const account = await service.signIn(ctx, { ...body, signUp, known });
      return welcome({ request, reply }, account, body.email);
    },
    async signOut({ request, reply }) {
      sessions.closeSession(ctx, { reply, who: memberOf(request) });
    },
    me: ({ request }) => me(memberOf(request).account),
    async deleteAccount({ body, request, reply }) {
      await service.deleteAccount(ctx, memberOf(request), body.password);
      cookies.clear(reply, cookies.sessionCookie, secure);
    },
    sessions: ({ request }) => ({ sessions: sessions.listSessions(ctx, memberOf(request)) }),
    async endSession({ params, request }) {
      await sessions.endSession(ctx, memberOf(request), params.session);
    },
    async endOtherSessions({ request, reply }) {
      await sessions.endOtherSessions(ctx, { request, reply }, memberOf(request));
    },
  };
}
