import type { membersRoutes } from '@teahouse/contract/members';
import type { FastifyRequest, Handlers } from '@teahouse/kit/http';
import { memberOf, sessionOf } from '../access.ts';
import * as cookies from '../accounts/cookies.ts';
import { readMe } from '../accounts/me.ts';
import { accountOf, canonicalEmail } from '../accounts/service.ts';
import { renewSession } from '../accounts/sessions.ts';
import { welcome } from '../accounts/welcome.ts';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import * as email from './email.ts';
import { askForFirstPasskey } from './first-passkey.ts';
import * as passkeys from './passkeys.ts';
import { removePassword, setPassword } from './password.ts';
import { askForProof, requireProof } from './proof.ts';
import * as reset from './reset.ts';
import { readSecurity } from './store.ts';

type Names =
  | 'passkeySignInAsk'
  | 'passkeySignIn'
  | 'signUpPasskeyAsk'
  | 'startReset'
  | 'finishReset'
  | 'undoEmail'
  | 'security'
  | 'proofAsk'
  | 'passkeyAsk'
  | 'passkeyAdd'
  | 'passkeyRename'
  | 'passkeyRemove'
  | 'setPassword'
  | 'removePassword'
  | 'startEmail'
  | 'confirmNewEmail';

/** Handlers of ways into an account. */
export function securityHandlers(ctx: Context): Handlers<Pick<typeof membersRoutes, Names>> {
  const secure = ctx.config.mode === 'production';
  const proven = async (
    request: FastifyRequest,
    { proof }: { proof: Parameters<typeof requireProof>[3] },
  ) => {
    const who = sessionOf(request);
    await requireProof(ctx, request, who, proof);
    return who;
  };
  return {
    passkeySignInAsk: ({ request }) => passkeys.askForSignIn(ctx, request),
    async passkeySignIn({ body, request, reply }) {
      const { email, ...who } = await passkeys.signInWithPasskey(ctx, { ...body, request });
      return welcome(ctx, { request, reply }, who, email);
    },
    async signUpPasskeyAsk({ body, request }) {
      const signUp = cookies.tokenHash(request, cookies.signUpCookie);
      if (!signUp) throw fail('code-wrong');
      return askForFirstPasskey(ctx, request, { account: accountOf(ctx, signUp), ...body });
    },
    async startReset({ body }) {
      await reset.startReset(ctx, body);
      return { sent: true };
    },
    async finishReset({ body, reply }) {
      await reset.finishReset(ctx, body);
      // Whoever reads the mailbox is no stranger any more: others' guesses don't make them wait (guard.ts).
      cookies.setKnown(reply, ctx.keys, canonicalEmail(body.email), secure);
      return undefined;
    },
    async undoEmail({ body }) {
      await email.undoEmail(ctx, body.token);
      return undefined;
    },
    security: ({ request }) => readSecurity(ctx.pool, memberOf(request).account),
    proofAsk: ({ request }) => askForProof(ctx, request, sessionOf(request)),
    passkeyAsk: async ({ body, request }) =>
      passkeys.askForPasskey(ctx, request, await proven(request, body)),
    passkeyAdd: ({ body, request }) => passkeys.addPasskey(ctx, request, sessionOf(request), body),
    passkeyRename: ({ params, body, request }) =>
      passkeys.renamePasskey(ctx, sessionOf(request), { ...params, ...body }),
    passkeyRemove: async ({ params, body, request }) =>
      passkeys.removePasskey(ctx, await proven(request, body), params.passkey),
    async setPassword({ body, request, reply }) {
      const who = await proven(request, body);
      renewSession(ctx, { request, reply }, who, await setPassword(ctx, who, body.password));
      return readSecurity(ctx.pool, who.account);
    },
    removePassword: async ({ body, request }) => removePassword(ctx, await proven(request, body)),
    async startEmail({ body, request }) {
      await email.startEmail(ctx, await proven(request, body), body.email);
      return { sent: true };
    },
    async confirmNewEmail({ body, request }) {
      const who = sessionOf(request);
      await email.confirmEmail(ctx, who, body.code);
      return readMe(ctx.pool, who.account, ctx.clock.now());
    },
  };
}
