import type { deskRoutes } from '@teahouse/contract/desk';
import type { Handlers } from '@teahouse/kit/http';
import { staffOf } from '../access.ts';
import type { DeskContext } from '../context.ts';
import { clearSession } from './cookies.ts';
import * as passkeys from './passkeys.ts';
import { changeStaff, inviteStaff, presentStaff } from './people.ts';
import { confirmEnrolment, enrol, signIn } from './sign-in.ts';
import { findStaff, listStaff, raiseGeneration } from './store.ts';

type Names =
  | 'deskSignIn'
  | 'deskSignOut'
  | 'deskMe'
  | 'enrol'
  | 'enrolConfirm'
  | 'passkeyAsk'
  | 'passkeyAdd'
  | 'passkeyChallenge'
  | 'passkeySignIn'
  | 'staff'
  | 'invite'
  | 'changeStaff';

export const staffHandlers = (ctx: DeskContext): Handlers<Pick<typeof deskRoutes, Names>> => ({
  deskSignIn: ({ body, request, reply }) => signIn(ctx, { request, reply }, body),
  /** In every browser: what was copied of the cookie counts no more. */
  async deskSignOut({ request, reply }) {
    await raiseGeneration(ctx.pool, staffOf(request).id);
    clearSession(ctx, reply);
    return undefined;
  },
  deskMe: ({ request }) => presentStaff(staffOf(request)),
  enrol: ({ body }) => enrol(ctx, body),
  enrolConfirm: ({ body, request, reply }) => confirmEnrolment(ctx, { request, reply }, body),
  passkeyAsk: ({ request }) => passkeys.askForPasskey(ctx, request, staffOf(request)),
  async passkeyAdd({ body, request }) {
    const { id } = staffOf(request);
    await passkeys.addPasskey(ctx, request, { id }, body);
    return presentStaff((await findStaff(ctx.pool, id)) ?? staffOf(request));
  },
  passkeyChallenge: ({ request }) => passkeys.askForSignIn(ctx, request),
  passkeySignIn: ({ body, request, reply }) => passkeys.signInWithPasskey(ctx, { request, reply }, body),
  staff: async () => ({ staff: (await listStaff(ctx.pool)).map(presentStaff) }),
  invite: ({ body }) => inviteStaff(ctx.pool, ctx.clock.now(), body),
  changeStaff: ({ params, body }) => changeStaff(ctx.pool, params.staff, body),
});
