import { z } from 'zod';

/** Base64url without padding: how every byte string travels in JSON. */
export const Bytes = (length?: number) => {
  const pattern = z.string().regex(/^[A-Za-z0-9_-]*$/, 'base64url without padding');
  return length === undefined ? pattern : pattern.length(Math.ceil((length * 8) / 6));
};

/** RFC 9457 problem details; `code` is stable and is what a client acts upon, the words may change. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  /** Names of the fields at fault, for `invalid-input`. */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What goes wrong in either plane. Each plane adds its own codes in its `errors.ts`. */
export const commonErrors = {
  'invalid-input': { status: 422, title: 'The request is not of the expected form' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'too-large': { status: 413, title: 'The request is larger than the limit' },
  'too-slow': { status: 408, title: 'The request took too long to arrive' },
  'too-many': { status: 429, title: 'Too many attempts, wait a little' },
  busy: { status: 503, title: 'Too much is waiting, try again shortly' },
  'storage-full': { status: 503, title: 'The disk is full: nothing new can be kept, reading goes on' },
  unavailable: { status: 503, title: 'The database is away, try again shortly' },
  internal: { status: 500, title: 'Something unexpected went wrong' },
} as const;

export type ErrorTable = Readonly<Record<string, { status: number; title: string }>>;
export type CommonErrorCode = keyof typeof commonErrors;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** `"GET /rooms/:room"`: method and path below the plane's prefix. The only part of a contract a browser loads. */
export type PathTable = Readonly<Record<string, `${Method} /${string}`>>;

/**
 * The schemas of one route. Absent parts are empty; `reply` absent means 204; `'events'` is a server-sent stream,
 * `'page'` HTML to read.
 */
export interface RouteSchemas {
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType | 'events' | 'page';
  /** Largest body in bytes, where it differs from the server's default. */
  readonly bodyLimit?: number;
  /** `Cache-Control` is set by the handler; a public route carries no identity either way. */
  readonly access:
    | 'public'
    | 'session'
    | 'operator'
    | 'reviewer'
    | 'moderator'
    | 'console'
    | 'senior'
    | 'admin';
  /** With which scope an access token opens a route with access `session`; without one, only a signed-in browser does. */
  readonly scope?: string;
}
export type RouteTable<P extends PathTable> = { readonly [K in keyof P]: RouteSchemas };

type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;
type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a caller passes. */
export interface CallInput<R extends RouteSchemas> {
  params: InputOf<R['params']>;
  query: InputOf<R['query']>;
  body: InputOf<R['body']>;
}
/** What a caller gets. */
export type CallReply<R extends RouteSchemas> = R['reply'] extends z.ZodType
  ? z.output<R['reply']>
  : R['reply'] extends 'events'
    ? Response
    : undefined;
/** What a handler sees: validated. */
export interface HandlerInput<R extends RouteSchemas> {
  params: OutputOf<R['params']>;
  query: OutputOf<R['query']>;
  body: OutputOf<R['body']>;
}
/** What a handler returns (before the schema's serialisation). */
export type HandlerReply<R extends RouteSchemas> = R['reply'] extends z.ZodType
  ? z.input<R['reply']>
  : undefined;
