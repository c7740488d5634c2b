import type { IssuerDocument } from '@teahouse/contract/issuer';
import type { IssuedCredential, membersRoutes } from '@teahouse/contract/members';
import type { Handlers } from '@teahouse/kit/http';
import { epochOf, previousEpoch, toBase64url } from '@teahouse/protocol';
import { memberOf } from '../access.ts';
import type { Context } from '../context.ts';
import { sendPublic } from '../public-document.ts';
import { type CredentialRow, listCounts, listCredentials, listOpenings } from './published.ts';
import { nextBatchDay } from './schedule.ts';

type Routes = Pick<typeof membersRoutes, 'credentials' | 'issuer'>;

/** Handlers of the window: a member's own credentials, and the issuer's public document. */
export function issuerHandlers(ctx: Context): Handlers<Routes> {
  return {
    async credentials({ request }) {
      const now = ctx.clock.now();
      const epochs = [epochOf(now), previousEpoch(epochOf(now))];
      const { account } = memberOf(request);
      const rows = await listCredentials(ctx.pool, { account, epochs, size: await ctx.book.size() });
      const schedule = ctx.config.issuanceSchedule;
      return {
        credentials: rows.map(presentCredential),
        schedule,
        nextBatch: nextBatchDay(schedule, now),
      };
    },
    async issuer({ request, reply }) {
      return sendPublic(request, reply, await issuerDocument(ctx));
    },
  };
}

function presentCredential({
  salt,
  pin,
  evidence,
  logged,
  signature,
  ...row
}: CredentialRow): IssuedCredential {
  const leaf = { salt: toBase64url(salt), pin: toBase64url(pin), evidence, logged: Number(logged) };
  return { ...row, signature: toBase64url(signature), leaf };
}

/** Epochs are ascending, and what was once in the document never changes. Two statements. */
async function issuerDocument(ctx: Context): Promise<IssuerDocument> {
  const size = await ctx.book.size();
  const [epochs, counts] = await Promise.all([listOpenings(ctx.pool, size), listCounts(ctx.pool, size)]);
  const keys = new Map(epochs.map(({ key }) => [key.id, key]));
  const epochsOf = (id: string) => epochs.filter(({ key }) => key.id === id).map(({ epoch }) => epoch);
  return {
    instance: ctx.instance,
    log: ctx.book.info,
    keys: [...keys.values()].map(({ id, publicKey, logged }) => ({
      ...{ id, publicKey: toBase64url(publicKey), epochs: epochsOf(id), logged },
    })),
    counts,
    issued: epochs.map(({ epoch }) => epoch),
    openings: epochs.map(({ epoch, directory, logged }) => ({
      ...{ epoch, directory: toBase64url(directory), logged },
    })),
  };
}
