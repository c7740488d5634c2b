import type { IssuerDocument } from '@teahouse/contract/issuer';
import type { membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { epochOf, previousEpoch, toBase64url } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { sendPublic } from '../public-document.ts';
import { nextBatchDay } from './schedule.ts';
import * as store from './store.ts';

type Routes = Pick<typeof membersRoutes, 'credentials' | 'issuer'>;

/** Handlers of the window: a member's own credentials, and the issuer's public document. */
export function issuerHandlers(ctx: Context): Handlers<Routes> {
  return {
    async credentials({ request }) {
      const now = ctx.clock.now();
      const epochs = [epochOf(now), previousEpoch(epochOf(now))];
      const rows = await store.listCredentials(ctx.pool, memberOf(request).account, epochs);
      const schedule = ctx.config.issuanceSchedule;
      return {
        credentials: rows.map((row) => ({ ...row, signature: toBase64url(row.signature) })),
        schedule,
        nextBatch: nextBatchDay(schedule, now),
      };
    },
    async issuer({ request, reply }) {
      return sendPublic(request, reply, await issuerDocument(ctx));
    },
  };
}

/** Epochs are ascending, and what was once in the document never changes. */
async function issuerDocument(ctx: Context): Promise<IssuerDocument> {
  const [keys, counts] = await Promise.all([store.listKeys(ctx.pool), store.listCounts(ctx.pool)]);
  return {
    instance: ctx.instance,
    keys: keys.map((key) => ({ ...key, publicKey: toBase64url(key.publicKey) })),
    counts,
    issued: keys.flatMap(({ epochs }) => epochs).sort(),
  };
}
