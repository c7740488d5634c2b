import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

const largest = 16 * 1024 * 1024;
const patience = 5_000;

/** Where the issuer's public documents are. */
export interface IssuerAddress {
  readonly socketPath: string | undefined;
  /** Origin and path of the members plane, without a slash at the end. */
  readonly base: string;
}

/**
 * Reads `TEAHOUSE_ISSUER_URL`: `http(s)://host[:port][/api/members]` or `unix:/path/to.sock`. Throws `TypeError`.
 */
export function parseIssuerUrl(url: string): IssuerAddress {
  if (url.startsWith('unix:')) {
    return {
      socketPath: url.slice('unix:'.length).replace(/^\/\/(?=\/)/, ''),
      base: 'http://localhost/api/members',
    };
  }
  const { origin, pathname } = new URL(url);
  const path = pathname.replace(/\/+$/, '');
  return { socketPath: undefined, base: origin + (path === '' ? '/api/members' : path) };
}

/** GETs a public document as anyone may: no cookie, no identity. Throws on any status but 200, on size and on time. */
export async function fetchDocument(address: IssuerAddress, path: string): Promise<unknown> {
  const url = new URL(address.base + path);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { socketPath: address.socketPath, headers: { accept: 'application/json' }, agent: false };
    send(url, { ...options, signal: AbortSignal.timeout(patience) }, resolve)
      .on('error', reject)
      .end();
  });
  if (response.statusCode !== 200) {
    response.destroy();
    throw new Error(`issuer-status-${response.statusCode}`);
  }
  return JSON.parse(await readAll(response));
}

async function readAll(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw new Error('issuer-document-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
