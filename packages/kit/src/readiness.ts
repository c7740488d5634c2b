import type { FastifyInstance } from 'fastify';

/** What a server says of itself on the way out, and a front of ours listens to; never handed on to a browser. */
export const leavingHeader = 'x-teahouse-leaving';

const leaving = new WeakSet<object>();

/** From now on `<prefix>/ready` says 503, and each answer asks its caller to come back on another connection. */
export const beginLeaving = (app: object): void => void leaving.add(app);

export const isLeaving = (app: object): boolean => leaving.has(app);

/** Marks each answer of a server that leaves: connections that are kept end after it, so that none is cut with a request on it. */
export function markLeaving(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isLeaving(app)) reply.headers({ connection: 'close', [leavingHeader]: '1' });
    done(null, payload);
  });
}
