import type { talkRoutes } from '@teahouse/contract/talk';
import type { Handlers } from '@teahouse/kit/http';
import type { TalkContext } from '../context.ts';
import { sendPublic } from '../public-reply.ts';

/** What talk itself believes of the issuer: a client that compares it with the issuer's own sees a lie of either. */
export const windowHandlers = (
  ctx: TalkContext,
): Handlers<Pick<typeof talkRoutes, 'directory' | 'issuer' | 'companyKeys'>> => ({
  directory: ({ request, reply }) => sendPublic(request, reply, ctx.window.view().directory),
  issuer: ({ request, reply }) => sendPublic(request, reply, ctx.window.view().document),
  companyKeys: ({ request, reply }) => sendPublic(request, reply, ctx.window.companyKeys.document()),
});
