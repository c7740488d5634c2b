import cookie from '@fastify/cookie';
import { membersPaths, membersPrefix, membersRoutes } from '@teahouse/contract/members';
import { implement, type Server } from '@teahouse/kit/http';
import { serveLog } from '@teahouse/kit/log-routes';
import { installAccess } from './access.ts';
import { accessTokenHandlers } from './access-tokens/routes.ts';
import { accountHandlers } from './accounts/routes.ts';
import { companyHandlers } from './companies/routes.ts';
import { companyPageHandlers } from './company-pages/routes.ts';
import { consoleHandlers } from './console/routes.ts';
import type { Context } from './context.ts';
import { employmentHandlers } from './employments/routes.ts';
import { feedHandlers } from './feed/routes.ts';
import { issuerHandlers } from './issuer/routes.ts';
import { jobHandlers } from './jobs/routes.ts';
import { leavingHandlers } from './leaving/routes.ts';
import { messageHandlers } from './messages/routes.ts';
import { networkHandlers } from './network/routes.ts';
import { noticeHandlers } from './notices/routes.ts';
import { openHandlers } from './open/routes.ts';
import { orderHandlers } from './order/routes.ts';
import { pictureHandlers } from './pictures/routes.ts';
import { pipelineHandlers } from './pipeline/routes.ts';
import { profileHandlers } from './profile/routes.ts';
import { representativeHandlers } from './representatives/routes.ts';
import { searchHandlers } from './search/routes.ts';
import { securityHandlers } from './security/routes.ts';
import { verificationHandlers } from './verification/routes.ts';

/** Puts the routes of all features, and those of the log, behind the policy of access. */
export async function answerCalls(app: Server, ctx: Context): Promise<void> {
  await app.register(cookie);
  installAccess(app, ctx);
  implement(app, membersPrefix, membersPaths, membersRoutes, {
    ...accountHandlers(ctx),
    ...securityHandlers(ctx),
    ...leavingHandlers(ctx),
    ...accessTokenHandlers(ctx),
    ...companyHandlers(ctx),
    ...employmentHandlers(ctx),
    ...issuerHandlers(ctx),
    ...profileHandlers(ctx),
    ...networkHandlers(ctx),
    ...pictureHandlers(ctx),
    ...searchHandlers(ctx),
    ...orderHandlers(ctx),
    ...feedHandlers(ctx),
    ...noticeHandlers(ctx),
    ...verificationHandlers(ctx),
    ...jobHandlers(ctx),
    ...pipelineHandlers(ctx),
    ...messageHandlers(ctx),
    ...openHandlers(ctx),
    ...consoleHandlers(ctx),
    ...companyPageHandlers(ctx),
    ...representativeHandlers(ctx),
  });
  const { book } = ctx;
  const take = book.info.witnesses.length > 0 ? book.takeWitnessed : undefined;
  serveLog(app, `${membersPrefix}/log`, book.read, take);
}
