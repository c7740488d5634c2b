import { deskPrefix } from '@teahouse/contract/desk/paths';
import type { FastifyRequest, Server } from '@teahouse/kit/http';
import { refuse } from './errors.ts';

/** Headers that say who asks. */
const identities = ['cookie', 'authorization', 'proxy-authorization'] as const;

/**
 * Whether the request is for the desk, where staff sign in with a cookie of its own path. Judged by the route that was
 * found and not by the address as it was written: what is not one of the desk's routes is talk's.
 */
const isForDesk = ({ routeOptions }: FastifyRequest) =>
  routeOptions.url?.startsWith(`${deskPrefix}/`) === true;

/**
 * Refuses, before every route and also where there is none, a request that carries an identity, and closes its
 * connection: whatever else would come over it belongs to somebody who has a name (architecture.md; the manner of
 * Signal-Server's anonymous endpoints). Nothing of the request is read, kept or logged. The desk alone takes a cookie.
 */
export function refuseIdentity(app: Server): void {
  app.addHook('onRequest', (request, reply, done) => {
    const shown = identities.filter((name) => request.headers[name] !== undefined);
    if (shown.every((name) => name === 'cookie' && isForDesk(request))) return done();
    // Not only a promise: the socket ends as soon as the answer is out, with what is left of the body unread.
    reply.raw.once('finish', () => request.raw.socket.destroySoon());
    done(refuse('cookie-refused', { headers: { connection: 'close' } }));
  });
}
