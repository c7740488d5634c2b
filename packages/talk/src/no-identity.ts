import type { Server } from '@teahouse/kit/http';
import { refuse } from './errors.ts';

/** Headers that say who asks. */
const identities = ['cookie', 'authorization', 'proxy-authorization'] as const;

/**
 * Refuses, before every route and also where there is none, a request that carries an identity, and closes its
 * connection: whatever else would come over it belongs to somebody who has a name (architecture.md; the manner of
 * Signal-Server's anonymous endpoints). Nothing of the request is read, kept or logged.
 */
export function refuseIdentity(app: Server): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (identities.every((name) => request.headers[name] === undefined)) return done();
    // Not only a promise: the socket ends as soon as the answer is out, with what is left of the body unread.
    reply.raw.once('finish', () => request.raw.socket.destroySoon());
    done(refuse('cookie-refused', { headers: { connection: 'close' } }));
  });
}
