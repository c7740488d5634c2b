import type { FastifyInstance } from 'fastify';
import type { ServerOptions } from './http.ts';
import { fail } from './problem.ts';
import { isLeaving } from './readiness.ts';

type Vitals = Pick<ServerOptions, 'prefix' | 'health' | 'onAnswered'>;

/**
 * `<prefix>/health`: the process lives and its database answers. `<prefix>/ready`: the same, and it is not about to leave;
 * for a proxy, which takes a process that says 503 out of its list before that process stops to listen.
 */
export function installVitals(app: FastifyInstance, { prefix, health }: Vitals): void {
  const check = async (): Promise<{ status: 'ok' }> => {
    try {
      await health?.();
    } catch {
      throw fail('unavailable', { headers: { 'retry-after': '2' } });
    }
    return { status: 'ok' };
  };
  app.get(`${prefix}/health`, { schema: { hide: true } }, check);
  app.get(`${prefix}/ready`, { schema: { hide: true } }, async () => {
    if (isLeaving(app)) throw fail('unavailable', { headers: { 'retry-after': '1' } });
    return check();
  });
}

/** Tells of each answer by the name of its route; whatever no contract names is one and the same. */
export function countAnswers(app: FastifyInstance, { prefix, onAnswered }: Vitals): void {
  if (!onAnswered) return;
  const vitals: Readonly<Record<string, string>> = {
    [`${prefix}/health`]: 'health',
    [`${prefix}/ready`]: 'ready',
  };
  app.addHook('onResponse', (request, reply, done) => {
    const { url = '', config } = request.routeOptions;
    onAnswered(config.route ?? vitals[url] ?? 'other', request.method, reply.statusCode, reply.elapsedTime);
    done();
  });
}
