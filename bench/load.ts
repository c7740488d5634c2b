import { Agent, get } from 'node:http';

/** What came of a load: one time in ms for each answer, and how long the whole took. */
export interface Load {
  readonly times: readonly number[];
  readonly seconds: number;
}

/** One GET over a Unix socket. Throws on any answer but 200. */
export function fetchOnce(socketPath: string, path: string, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get({ socketPath, path, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${path} answers ${response.statusCode}`));
      });
    });
    request.once('error', reject);
  });
}

/** Keeps `connections` requests under way for so many seconds; each connection sends the next when it has its answer. */
export async function load(options: {
  readonly socketPath: string;
  /** One path, or of each request its own, by its number. */
  readonly path: string | ((request: number) => string);
  readonly connections: number;
  readonly seconds: number;
}): Promise<Load> {
  const { socketPath, path, connections, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let requests = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      requests += 1;
      await fetchOnce(socketPath, typeof path === 'string' ? path : path(requests), agent);
      times.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, one));
    return { times, seconds: (performance.now() - began) / 1000 };
  } finally {
    agent.destroy();
  }
}
