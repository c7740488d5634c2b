import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { FetchFile } from '@teahouse/protocol/log';

const largest = 16 * 1024 * 1024;
/** A checkpoint with its signatures; a tile has 8 KB. */
const largestOfLog = 16 * 1024;
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
  const response = await get(address, path, 'application/json');
  if (response.statusCode !== 200) throw refused(response);
  return JSON.parse((await readAll(response, largest)).toString('utf8'));
}

/** The issuer's log as anyone may read it. Throws on any status but 200 and 404, on size and on time. */
export const fetchLog = (address: IssuerAddress): FetchFile =>
  async function fetchFile(path) {
    const response = await get(address, `/log/${path}`, '*/*');
    if (response.statusCode === 404) {
      response.destroy();
      return undefined;
    }
    if (response.statusCode !== 200) throw refused(response);
    return new Uint8Array(await readAll(response, largestOfLog));
  };

function get(address: IssuerAddress, path: string, accept: string): Promise<IncomingMessage> {
  const url = new URL(address.base + path);
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options = { socketPath: address.socketPath, headers: { accept }, agent: false };
  return new Promise((resolve, reject) => {
    send(url, { ...options, signal: AbortSignal.timeout(patience) }, resolve)
      .on('error', reject)
      .end();
  });
}

function refused(response: IncomingMessage): Error {
  response.destroy();
  return new Error(`issuer-status-${response.statusCode}`);
}

async function readAll(response: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new Error('issuer-document-too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
