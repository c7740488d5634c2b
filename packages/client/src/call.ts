import type { CallInput, CallReply, PathTable, RouteSchemas, RouteTable } from '@teahouse/contract/common';
import type { talkRoutes } from '@teahouse/contract/talk';
import { talkPaths, talkPrefix } from '@teahouse/contract/talk/paths';
import { ApiError, type Issue } from './errors.ts';

export type Fetch = typeof globalThis.fetch;

/** Parts of a call that the route has; a part of which nothing is required may be left out. */
type Given<I> = {
  [K in keyof I as I[K] extends undefined ? never : object extends I[K] ? never : K]: I[K];
} & {
  [K in keyof I as I[K] extends undefined ? never : object extends I[K] ? K : never]?: I[K];
};
type Input<R extends RouteSchemas> = Given<CallInput<R>>;

export interface CallExtra {
  readonly signal?: AbortSignal;
  /** Asks the server even where the browser's cache has an answer a few seconds old. */
  readonly fresh?: boolean;
}
type Call<R extends RouteSchemas> =
  object extends Input<R>
    ? (input?: Input<R>, extra?: CallExtra) => Promise<CallReply<R>>
    : (input: Input<R>, extra?: CallExtra) => Promise<CallReply<R>>;
/** A function for each route of a contract. */
export type Caller<T> = { readonly [K in keyof T]: T[K] extends RouteSchemas ? Call<T[K]> : never };
export type TalkCaller = Caller<typeof talkRoutes>;

export interface CallerOptions {
  /** Origin and the plane's prefix, such as `/api/talk`. */
  readonly base: string;
  readonly fetch: Fetch;
  readonly credentials: 'include' | 'omit';
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until a call without an answer counts as `offline`. Streams have no limit. */
  readonly timeout?: number;
}

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const defaultTimeout = 20_000;

function address(base: string, path: string, input: AnyInput): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${base}${filled}?${query}` : `${base}${filled}`;
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  issues?: Issue[];
}

async function refusal(response: Response): Promise<ApiError> {
  const problem: ProblemBody = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(problem.code ?? (response.status >= 502 ? 'unavailable' : 'internal'), {
    status: response.status,
    ...(problem.title === undefined ? {} : { title: problem.title }),
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...(problem.issues === undefined ? {} : { issues: problem.issues }),
    ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  });
}

function requestInit(method: string, input: AnyInput, extra: CallExtra, options: CallerOptions): RequestInit {
  const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
  const type = input.body === undefined ? {} : { 'content-type': 'application/json' };
  return {
    method,
    credentials: options.credentials,
    referrerPolicy: 'no-referrer',
    headers: { ...options.headers, ...type },
    ...(extra.fresh ? { cache: 'no-cache' } : {}),
    ...body,
  };
}

async function send(route: string, input: AnyInput, extra: CallExtra, options: CallerOptions) {
  const [method = 'GET', path = '/'] = route.split(' ');
  const stream = path.endsWith('/events');
  const signals = [
    ...(extra.signal ? [extra.signal] : []),
    ...(stream ? [] : [AbortSignal.timeout(options.timeout ?? defaultTimeout)]),
  ];
  const init = { ...requestInit(method, input, extra, options), signal: AbortSignal.any(signals) };
  let response: Response;
  try {
    response = await options.fetch(address(options.base, path, input), init);
    if (!response.ok) throw await refusal(response);
    if (stream) return response;
    return response.status === 204 ? undefined : await response.json();
  } catch (cause) {
    if (cause instanceof ApiError || extra.signal?.aborted) throw cause;
    throw new ApiError('offline', { title: 'No answer from the server', cause });
  }
}

/**
 * Typed calls from a contract's paths; the types come from its route table, which is never loaded.
 * Each call throws `ApiError`; one that was aborted by its own `signal` throws the abort itself.
 */
export function createCaller<T extends RouteTable<PathTable>>(
  paths: { readonly [K in keyof T]: string },
  options: CallerOptions,
): Caller<T> {
  const calls = Object.entries(paths).map(([name, route]) => [
    name,
    (input: AnyInput = {}, extra: CallExtra = {}) => send(route as string, input, extra, options),
  ]);
  return Object.fromEntries(calls) as Caller<T>;
}

/** Calls to the anonymous plane: no cookie, no referrer, no header that tells who. */
export const createTalkCaller = (origin: string, fetch: Fetch): TalkCaller =>
  createCaller<typeof talkRoutes>(talkPaths, { base: origin + talkPrefix, fetch, credentials: 'omit' });
