import { Agent, request as send } from 'node:http';

/** What came of a load: one time in ms for each answer, and how long the whole took. */
export interface Load {
  readonly times: readonly number[];
  readonly seconds: number;
}

/** A request: a GET, or with a body (JSON) a POST. */
export interface Ask {
  readonly path: string;
  readonly body?: string;
  /** A session's cookie. */
  readonly cookie?: string;
}

/** One request over a Unix socket. Throws on any answer but 200. */
export function askOnce(socketPath: string, { path, body, cookie }: Ask, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const posted = body !== undefined && {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-teahouse': '1',
      },
    };
    const as = cookie !== undefined && { headers: { cookie } };
    const request = send({ socketPath, path, ...(agent && { agent }), ...posted, ...as }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const said = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(said);
        else reject(new Error(`${path} answers ${response.statusCode}: ${said.subarray(0, 300)}`));
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}

/**
 * Keeps `connections` requests under way for so many seconds, or until there is nothing more to ask; each connection
 * sends the next when it has its answer. They spread over the sockets where several processes answer.
 */
export async function load(options: {
  readonly sockets: readonly string[];
  readonly next: () => Ask | undefined;
  readonly connections: number;
  readonly seconds: number;
}): Promise<Load> {
  const { sockets, next, connections, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async (socketPath: string) => {
    for (let ask = next(); ask && performance.now() < end; ask = next()) {
      const sent = performance.now();
      await askOnce(socketPath, ask, agent);
      times.push(performance.now() - sent);
    }
  };
  try {
    const at = (n: number) => sockets[n % sockets.length] ?? '';
    await Promise.all(Array.from({ length: connections }, (_, n) => one(at(n))));
    return { times, seconds: (performance.now() - began) / 1000 };
  } finally {
    agent.destroy();
  }
}
