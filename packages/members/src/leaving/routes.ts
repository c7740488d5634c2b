import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { sessionOf } from '../access.ts';
import * as cookies from '../accounts/cookies.ts';
import type { Context } from '../context.ts';
import { requireProof } from '../security/proof.ts';
import { readExport } from './export.ts';
import { leave } from './leave.ts';
import { exportPage } from './page.ts';
import { readRemains } from './store.ts';

type Names = 'exportData' | 'exportPage' | 'remains' | 'deleteAccount';

/** Handlers of taking everything along, and of leaving. */
export function leavingHandlers(ctx: Context): Handlers<Pick<typeof membersRoutes, Names>> {
  const read = async (account: string) => {
    await ctx.guard.beforeExport(account);
    return readExport(ctx, account);
  };
  return {
    async exportData({ request, reply }) {
      const data = await read(sessionOf(request).account);
      reply.header('content-disposition', 'attachment; filename="teahouse.json"');
      return data;
    },
    async exportPage({ request, reply }) {
      const { account, locale } = sessionOf(request);
      const page = exportPage(await read(account), locale);
      // To be saved and read from there: it is never a page of this origin.
      return reply
        .header('content-disposition', 'attachment; filename="teahouse.html"')
        .type('text/html; charset=utf-8')
        .send(page);
    },
    remains: ({ request }) => readRemains(ctx.pool, sessionOf(request).account),
    async deleteAccount({ body, request, reply }) {
      const who = sessionOf(request);
      await requireProof(ctx, request, who, body.proof);
      const day = await leave(ctx, who);
      cookies.clear(reply, cookies.sessionCookie, ctx.config.mode === 'production');
      return { day };
    },
  };
}
