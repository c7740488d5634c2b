type Fetch = typeof globalThis.fetch;

/** Documents that are the same for everybody, and that reading leaves no trace of. */
const isPublic = /^\/api\/talk\/(info|issuer|directory|(issuer\/)?log\/[\w/.-]+)$/;

/** What stands between devices and planes: a cache of public documents, as any operator puts before them. */
export interface Edge {
  readonly through: (fetch: Fetch) => Fetch;
  /** The planes may have published something. */
  forget(): void;
}

interface Kept {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

/** `heard` is told of each request that goes on to talk, by path and query: where a planted leak listens. */
export function createEdge(heard?: (path: string) => Promise<void>): Edge {
  let kept = new Map<string, Promise<Kept>>();
  const asked = async (fetch: Fetch, url: string, init: RequestInit): Promise<Kept> => {
    // Who asked first may give up; the others still want an answer.
    const { signal: _, ...others } = init;
    const response = await fetch(url, others);
    return { status: response.status, headers: response.headers, body: await response.arrayBuffer() };
  };
  return {
    forget: () => {
      kept = new Map();
    },
    through:
      (fetch) =>
      async (input, init = {}) => {
        const url = String(input);
        const { pathname, search } = new URL(url);
        if ((init.method ?? 'GET') !== 'GET' || !isPublic.test(pathname)) {
          if (pathname.startsWith('/api/talk/')) await heard?.(pathname + search);
          return fetch(input, init);
        }
        const here = kept;
        const answer = here.get(url) ?? asked(fetch, url, init);
        here.set(url, answer);
        try {
          const { status, headers, body } = await answer;
          if (status !== 200) here.delete(url);
          return new Response(body, { status, headers });
        } catch (error) {
          here.delete(url);
          throw error;
        }
      },
  };
}
