import type { FastifyInstance } from 'fastify';

const lists = new WeakMap<object, string[]>();

/** Notes each address that is registered from now on. */
export function keepRouteList(app: Pick<FastifyInstance, 'addHook'>): void {
  const list: string[] = [];
  lists.set(app, list);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') list.push(`${one} ${url}`);
  });
}

/** All addresses that a server answers at, as `GET /api/talk/rooms/:room`, also those that no contract names. */
export const routesOf = (app: object): readonly string[] => lists.get(app) ?? [];
