type Fetch = typeof globalThis.fetch;

export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a device would show to the network: each request as it left, before its answer. */
export interface Wire {
  readonly requests: WireRequest[];
  readonly fetch: Fetch;
}

const urlOf = (input: Parameters<Fetch>[0]) => new URL(input instanceof Request ? input.url : input);

/** A `fetch` that writes down what it sends. */
export function recordWire(through: Fetch = globalThis.fetch): Wire {
  const requests: WireRequest[] = [];
  return {
    requests,
    fetch: (input, init = {}) => {
      const { pathname, search } = urlOf(input);
      const headers = Object.fromEntries(new Headers(init.headers));
      requests.push({
        method: init.method ?? 'GET',
        path: pathname + search,
        headers,
        body: String(init.body ?? ''),
      });
      return through(input, init);
    },
  };
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** Takes what a Set-Cookie line says into the jar; `Max-Age=0` takes it out. */
function keep(jar: Map<string, Cookie>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const value = pair.slice(at + 1);
  const attribute = (key: string) =>
    attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
  if (attribute('max-age') === '0' || value === '') jar.delete(name);
  else jar.set(name, { value, path: attribute('path') ?? '/' });
}

export interface CookieJar {
  readonly fetch: Fetch;
  /** The Cookie header for a path. */
  header(path: string): string;
}

/** What a browser does with members' cookie and Node's `fetch` does not: keeps it, and sends it below its path only. */
export function nodeMembersFetch(through: Fetch = globalThis.fetch): CookieJar {
  const jar = new Map<string, Cookie>();
  const header = (path: string) =>
    [...jar]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  return {
    header,
    async fetch(input, init = {}) {
      const cookies = header(urlOf(input).pathname);
      const headers = new Headers(init.headers);
      if (cookies !== '') headers.set('cookie', cookies);
      const response = await through(input, { ...init, headers });
      for (const line of response.headers.getSetCookie()) keep(jar, line);
      return response;
    },
  };
}
