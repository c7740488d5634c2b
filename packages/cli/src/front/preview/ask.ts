import { Agent, type RequestOptions, request } from 'node:http';
import { place } from '../proxy.ts';
import type { Targets } from '../targets.ts';

/** What a plane answered: a JSON value, or that there is no such thing. */
export type Answer = { readonly found: true; readonly value: unknown } | { readonly found: false };

export interface AskPlane {
  /**
   * The answer of the plane's public API at `path`, below its prefix; undefined when it did not come in time. `caller`: the
   * visitor's address, for a plane that counts by it.
   */
  (path: string, caller?: string): Promise<Answer | undefined>;
  close(): void;
}

export interface AskOptions {
  readonly plane: Targets;
  /** Where its API begins, such as `/api/talk`. */
  readonly prefix: string;
  /** Milliseconds that a page waits for the plane at most. */
  readonly patienceMs?: number;
  /** Milliseconds for which an answer counts. */
  readonly freshMs?: number;
  /** Answers kept at most. */
  readonly most?: number;
}

/** An answer larger than this (bytes) is none of a preview's. */
const LARGEST = 256 * 1024;

/**
 * Asks a plane as anybody would: the request is made here and carries nothing of the visitor's but, to members alone, the address
 * that every call there has (proxy.ts). Answers are kept for some
 * seconds by their path alone, so that a link that goes round is asked for once.
 */
export function createAsk(options: AskOptions): AskPlane {
  const { plane, prefix, patienceMs = 300, freshMs = 5_000, most = 500 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 16, maxFreeSockets: 4, timeout: 20_000 });
  const kept = new Map<string, { until: number; answer: Promise<Answer | undefined> }>();

  function fetch(path: string, caller: string | undefined): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const target = plane.next();
      if (target === undefined) return resolve(undefined);
      const asked = request({
        ...place(target),
        agent,
        method: 'GET',
        path: prefix + path,
        headers: {
          accept: 'application/json',
          ...(caller === undefined ? {} : { 'x-forwarded-for': caller }),
        },
      } as RequestOptions);
      const stop = setTimeout(() => asked.destroy(new Error('too late')), patienceMs);
      const settle = (answer: Answer | undefined) => {
        clearTimeout(stop);
        resolve(answer);
      };
      asked.once('error', () => settle(undefined));
      asked.once('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > LARGEST) asked.destroy(new Error('too large'));
          else parts.push(part);
        });
        response.once('error', () => settle(undefined));
        response.once('close', () => settle(undefined));
        response.once('end', () => settle(read(response.statusCode ?? 0, Buffer.concat(parts))));
      });
      asked.end();
    });
  }

  function forget(now: number): void {
    for (const [path, { until }] of kept) {
      if (until > now && kept.size < most) return;
      kept.delete(path);
    }
  }

  async function ask(path: string, caller?: string): Promise<Answer | undefined> {
    const now = performance.now();
    const known = kept.get(path);
    if (known && known.until > now) return known.answer;
    kept.delete(path);
    forget(now);
    const answer = fetch(path, caller);
    kept.set(path, { until: now + freshMs, answer });
    // What did not come in time may come the next time.
    if ((await answer) === undefined && kept.get(path)?.answer === answer) kept.delete(path);
    return answer;
  }

  return Object.assign(ask, { close: () => agent.destroy() });
}

function read(status: number, body: Buffer): Answer | undefined {
  if (status === 404 || status === 403) return { found: false };
  if (status !== 200) return undefined;
  try {
    return { found: true, value: JSON.parse(body.toString()) };
  } catch {
    return undefined;
  }
}
