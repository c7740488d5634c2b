import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import {
  type HandlerInput,
  type HandlerReply,
  type PathTable,
  Problem,
  type RouteSchemas,
  type RouteTable,
} from '@teahouse/contract/common';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchema,
} from 'fastify';
import {
  createJsonSchemaTransform,
  ResponseSerializationError,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerClientError, installProblems, sendProblem, toFault } from './http-errors.ts';
import type { Logger } from './log.ts';
import { markLeaving } from './readiness.ts';
import { keepRouteList } from './route-list.ts';
import { trustedFront } from './trusted-front.ts';
import { countAnswers, installVitals } from './vital-routes.ts';

export type Server = FastifyInstance;
export type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Name of the route in the contract, and who may call it. Absent on `/health`, `/ready` and `/openapi.json`. */
    route?: string;
    access?: RouteSchemas['access'];
    /** With which an access token opens it. */
    scope?: string;
    /** Looks at no cookie and no authorization, so that a request forged by another site can do no more than any. */
    cookieless?: boolean;
  }
}

export interface ServerOptions {
  /** Where everything is mounted, such as `/api/talk`. */
  prefix: string;
  /** Title and version of the OpenAPI document. */
  title: string;
  version?: string;
  log: Logger;
  /** Origins of web apps that may call from a browser. Empty: same origin only. */
  webOrigins?: readonly string[];
  /** May those calls carry cookies? With a prefix, only those below it. Never so for talk but at its desk. */
  credentials?: boolean | string;
  /** Largest body in bytes, where a route doesn't say otherwise. */
  bodyLimit?: number;
  /** Longest a request may take to arrive, in milliseconds. */
  requestTimeoutMs?: number;
  /**
   * Believe the one address that a proxy on this machine puts into `X-Forwarded-For`, or also one of a list of networks
   * (`10.0.0.7`, `10.1.0.0/16`). Talk must not.
   */
  trustProxy?: boolean | readonly string[];
  /** Rejects when the plane can't serve; `<prefix>/health` and `<prefix>/ready` then answer 503. */
  health?: () => Promise<unknown>;
  /** Told of each answer by the name of its route, never by its address. */
  onAnswered?: (route: string, method: string, status: number, milliseconds: number) => void;
}

/**
 * A Fastify that validates by zod, answers errors as problem+json, and writes no line per request.
 * Serves `<prefix>/health`, `<prefix>/ready` and `<prefix>/openapi.json`. Register hooks of your own before `implement`.
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const requestTimeout = options.requestTimeoutMs ?? 20_000;
  const app = Fastify({
    logger: false,
    bodyLimit: options.bodyLimit ?? 64 * 1024,
    requestTimeout,
    // Node looks for late requests only this often, and its default of 30 s would let slow senders pile up.
    http: { headersTimeout: Math.min(10_000, requestTimeout), connectionsCheckingInterval: 1_000 },
    trustProxy: options.trustProxy ? trustedFront(options.trustProxy) : false,
    // What still comes in on a kept connection while the server closes is answered as ever (serve.ts).
    return503OnClosing: false,
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply as FastifyReply, toFault(error)),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(({ schema, method, url }) => serializer(schema as z.ZodType, method, url));
  app.addContentTypeParser(
    /^(application\/octet-stream|image\/)/,
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  keepRouteList(app);
  markLeaving(app);
  countAnswers(app, options);
  installProblems(app, options.log);
  await installHeaders(app, options);
  await installDocument(app, options);
  installVitals(app, options);
  return app;
}

/** The reply's schema also strips what it doesn't name, so that no column slips out unnoticed. */
function serializer(schema: z.ZodType, method: string, url: string) {
  return (data: unknown): string => {
    const result = schema.safeParse(data);
    if (!result.success) throw new ResponseSerializationError(method, url, { cause: result.error });
    return JSON.stringify(result.data);
  };
}

/** An API needs no page's rights: nothing may be loaded from, framed or sniffed in its answers. */
async function installHeaders(
  app: Server,
  { webOrigins = [], credentials = false }: ServerOptions,
): Promise<void> {
  const foreign = credentials === true ? 'same-site' : 'cross-origin';
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: webOrigins.length > 0 ? foreign : 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  if (webOrigins.length === 0) return;
  const options = {
    origin: [...webOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    exposedHeaders: ['retry-after', 'etag'],
    maxAge: 7200,
  };
  await app.register(cors, {
    delegator: ({ url }, done) => {
      const may = typeof credentials === 'string' ? url.startsWith(`${credentials}/`) : credentials;
      done(null, { ...options, credentials: may });
    },
  });
}

async function installDocument(app: Server, { prefix, title, version = '1' }: ServerOptions): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title, version } },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  });
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, () => app.swagger());
}

/** One route of the contract. May return `reply` after sending by itself (bytes, 304, events). */
export type Handler<R extends RouteSchemas> = (
  input: HandlerInput<R> & { request: FastifyRequest; reply: FastifyReply },
) => Promise<HandlerReply<R> | FastifyReply> | HandlerReply<R> | FastifyReply;

/** One handler for each route: a feature exports some of them, the app puts them together. */
export type Handlers<R extends Readonly<Record<string, RouteSchemas>>> = {
  readonly [K in keyof R]: Handler<R[K]>;
};

/** Registers the contract's table under `prefix`. Input is validated before, and the reply after, its handler. */
export function implement<P extends PathTable, R extends RouteTable<P>>(
  app: Server,
  prefix: string,
  paths: P,
  routes: R & RouteTable<P>,
  handlers: Handlers<R>,
): void {
  for (const route of Object.keys(paths)) {
    const [method = 'GET', path = '/'] = (paths[route] ?? '').split(' ');
    const schemas: RouteSchemas = routes[route as keyof P];
    const handler = handlers[route as keyof R] as unknown as Handler<RouteSchemas>;
    app.route({
      method,
      url: prefix + path,
      schema: documented(route, path, schemas),
      config: {
        ...{ route, access: schemas.access },
        ...(schemas.scope === undefined ? {} : { scope: schemas.scope }),
      },
      ...(schemas.bodyLimit === undefined ? {} : { bodyLimit: schemas.bodyLimit }),
      handler: (request, reply) => answer(handler, schemas, request, reply),
    });
  }
}

async function answer(
  handler: Handler<RouteSchemas>,
  schemas: RouteSchemas,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const input = {
    params: schemas.params && request.params,
    query: schemas.query && request.query,
    body: schemas.body && request.body,
  } as HandlerInput<RouteSchemas>;
  const result: unknown = await handler({ ...input, request, reply });
  if (result === reply || reply.sent || typeof schemas.reply === 'string') return reply;
  if (schemas.reply === undefined) return reply.code(204).send();
  return result;
}

/** The answer where all goes well. */
function answerOf(reply: RouteSchemas['reply']) {
  const told = (description: string, type: string) => ({
    200: { description, content: { [type]: { schema: z.string() } } },
  });
  if (reply === 'events') return told('A stream of events', 'text/event-stream');
  if (reply === 'page') return told('A page to read', 'text/html');
  return reply ? { 200: reply } : { 204: z.null().describe('Done') };
}

/** What Fastify validates by and what the OpenAPI document says, from one source. */
function documented(
  route: string,
  path: string,
  { summary, access, scope, ...parts }: RouteSchemas,
): FastifySchema {
  const { params, query, body, reply } = parts;
  const problem = { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } };
  const schema = {
    operationId: route,
    summary,
    tags: [path.split('/')[1] ?? ''],
    'x-access': access,
    ...(scope && { 'x-scope': scope }),
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    response: { ...answerOf(reply), default: problem },
  };
  return schema;
}
