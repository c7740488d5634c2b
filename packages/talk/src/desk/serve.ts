import cookie from '@fastify/cookie';
import { deskPaths, deskPrefix, deskRoutes } from '@teahouse/contract/desk';
import type { Among } from '@teahouse/kit/among';
import { createChallenges } from '@teahouse/kit/challenges';
import { implement, type Server } from '@teahouse/kit/http';
import { createPasswordHasher, type PasswordHasher } from '@teahouse/kit/password';
import type { Secrets } from '@teahouse/kit/secrets';
import type { TalkContext } from '../context.ts';
import { installAccess } from './access.ts';
import { appealHandlers } from './appeals/routes.ts';
import { caseHandlers } from './cases/routes.ts';
import type { DeskContext } from './context.ts';
import { openDeskKeys } from './keys.ts';
import { createGuard } from './staff/guard.ts';
import { staffHandlers } from './staff/routes.ts';
import { statisticsHandlers } from './statistics/routes.ts';

/**
 * The desk: the one part of this server that knows who asks. It stands in a scope of its own, so that nothing outside of
 * it reads a cookie; its answers are kept nowhere.
 */
export async function serveDesk(
  app: Server,
  talk: TalkContext,
  { secrets, among }: { secrets: Secrets; among: Among },
): Promise<void> {
  const { config, clock } = talk;
  const keys = openDeskKeys(secrets);
  const origins = config.webOrigin.split(',').filter((origin) => origin !== '');
  let passwords: Promise<PasswordHasher> | undefined;
  const ctx: DeskContext = {
    ...talk,
    keys,
    // When the first member of the staff comes: a start need not wait for it.
    passwords: () => (passwords ??= createPasswordHasher(config.passwordCost, keys.password)),
    guard: createGuard({ keys, among }),
    challenges: createChallenges({ mac: (owner, body) => keys.mac('challenge', owner, body), clock }),
    origins,
    isSecure: config.mode === 'production' || origins.some((origin) => origin.startsWith('https:')),
  };
  await app.register(async (scope) => {
    await scope.register(cookie);
    installAccess(scope, ctx);
    implement(scope, deskPrefix, deskPaths, deskRoutes, {
      ...staffHandlers(ctx),
      ...caseHandlers(ctx),
      ...appealHandlers(ctx),
      ...statisticsHandlers(ctx),
    });
  });
}
