import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The stable code of a problem; '' of any other answer. */
  readonly code: string;
}

/** Longer than a server of ours may ever leave somebody without an answer. */
const PATIENCE = 60_000;

export interface Caller {
  /** Sends one request. Rejects only where no answer came. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): void;
}

/** A caller over up to so many connections; `origin` may move when the house is opened anew. */
export function createCaller(origin: () => string, connections = 32): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    call(method, path, body, headers = {}) {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const type = text === undefined ? {} : { 'content-type': 'application/json' };
      const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
      return new Promise((resolve, reject) => {
        const options = { method, agent, headers: { ...type, ...length, ...headers }, timeout: PATIENCE };
        const sent = request(origin() + path, options, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('close', () => response.complete || reject(new Error('half an answer')));
          response.once('end', () => resolve(answerOf(response.statusCode ?? 0, response.headers, chunks)));
        });
        sent.once('timeout', () => sent.destroy(new Error(`no answer in ${PATIENCE / 1000} s`)));
        sent.once('error', reject);
        sent.end(text);
      });
    },
    close: () => agent.destroy(),
  };
}

function answerOf(status: number, headers: IncomingHttpHeaders, chunks: readonly Buffer[]): Answer {
  const text = Buffer.concat(chunks).toString('utf8');
  const isProblem = headers['content-type']?.startsWith('application/problem+json') ?? false;
  return { status, headers, text, code: isProblem ? String(JSON.parse(text).code) : '' };
}
