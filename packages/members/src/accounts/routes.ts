import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyReply, FastifyRequest, Handlers } from '@teahouse/kit/http';
import { dayOf } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import * as cookies from './cookies.ts';
import { deviceOf } from './device.ts';
import { readMe } from './me.ts';
import * as service from './service.ts';
import * as store from './store.ts';

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
  const today = () => dayOf(ctx.clock.now());
  const me = (account: string) => readMe(ctx.pool, account, ctx.clock.now());
  const device = (request: FastifyRequest) => deviceOf(request.headers['user-agent']);
  const welcome = (reply: FastifyReply, opened: service.Opened, email: string) => {
    cookies.setSession(reply, opened.token, secure);
    cookies.setKnown(reply, ctx.keys, service.canonicalEmail(email), secure);
    return me(opened.account);
  };
  return {
    async signUp({ body, reply }) {
      cookies.setSignUp(reply, await service.signUp(ctx, body), secure);
      return { sent: true };
    },
    async confirmEmail({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const opened = await service.confirmEmail(ctx, { ...body, signUp, device: device(request) });
      cookies.clear(reply, cookies.signUpCookie, secure);
      return welcome(reply, opened, body.email);
    },
    async signIn({ body, request, reply }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      const known = cookies.knownBrowser(request, ctx.keys, service.canonicalEmail(body.email));
      const opened = await service.signIn(ctx, { ...body, signUp, known, device: device(request) });
      return welcome(reply, opened, body.email);
    },
    async signOut({ request, reply }) {
      const { account, session } = memberOf(request);
      await store.deleteSession(ctx.pool, account, session);
      cookies.clear(reply, cookies.sessionCookie, secure);
    },
    me: ({ request }) => me(memberOf(request).account),
    async deleteAccount({ body, request, reply }) {
      await service.deleteAccount(ctx, memberOf(request), body.password);
      cookies.clear(reply, cookies.sessionCookie, secure);
    },
    async sessions({ request }) {
      const who = memberOf(request);
      const rows = await store.listSessions(ctx.pool, who.account, today());
      return { sessions: rows.map((row) => ({ ...row, current: row.id === who.session })) };
    },
    async endSession({ params, request }) {
      const found = await store.deleteSession(ctx.pool, memberOf(request).account, params.session);
      if (!found) throw fail('not-found');
    },
    async endOtherSessions({ request }) {
      await store.deleteOtherSessions(ctx.pool, memberOf(request));
    },
  };
}
