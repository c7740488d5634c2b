import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { memberOf, sessionOf } from '../access.ts';
import type { Context } from '../context.ts';
import * as cookies from './cookies.ts';
import { readMe } from './me.ts';
import * as service from './service.ts';
import * as sessions from './sessions.ts';
import { welcome } from './welcome.ts';

type Routes = Pick<
  typeof membersRoutes,
  'signUp' | 'confirmEmail' | 'signIn' | 'signOut' | 'me' | 'sessions' | 'endSession' | 'endOtherSessions'
>;

/** Handlers of accounts and sessions. */
export function accountHandlers(ctx: Context): Handlers<Routes> {
  const secure = ctx.config.mode === 'production';
  const me = (account: string) => readMe(ctx.pool, account, ctx.clock.now());
  return {
    async signUp({ body, reply }) {
      cookies.setSignUp(reply, await service.signUp(ctx, body), secure);
      return { sent: true };
    },
    async confirmEmail({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const account = await service.confirmEmail(ctx, { ...body, request, signUp });
      cookies.clear(reply, cookies.signUpCookie, secure);
      return welcome(ctx, { request, reply }, account, body.email);
    },
    async signIn({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const known = cookies.knownBrowser(request, ctx.keys, service.canonicalEmail(body.email));
      const account = await service.signIn(ctx, { ...body, signUp, known });
      return welcome(ctx, { request, reply }, account, body.email);
    },
    async signOut({ request, reply }) {
      await sessions.closeSession(ctx, { reply, who: sessionOf(request) });
    },
    me: ({ request }) => me(memberOf(request).account),
    sessions: ({ request }) => ({ sessions: sessions.listSessions(ctx, sessionOf(request)) }),
    async endSession({ params, request }) {
      await sessions.endSession(ctx, sessionOf(request), params.session);
    },
    async endOtherSessions({ request, reply }) {
      await sessions.endOtherSessions(ctx, { request, reply }, sessionOf(request));
    },
  };
}
