import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { isPublicAddress } from './address.ts';

/** Why an address was not fetched; its message holds nothing of what was there. */
export class LinkFault extends Error {
  readonly code: 'refused' | 'failed';
  constructor(code: 'refused' | 'failed', message: string) {
    super(message);
    this.name = 'LinkFault';
    this.code = code;
  }
}

export interface Fetched {
  /** Where it was found, after redirects. */
  readonly url: URL;
  readonly type: string;
  readonly body: Buffer;
}

export interface FetchWants {
  /** Media types that are read; anything else is refused before its body. */
  readonly types: readonly string[];
  /** Longest body in bytes. */
  readonly bytes: number;
  /** What a longer one is: of a page the beginning is enough, half a picture is none. */
  readonly longer: 'cut' | 'refused';
  /** Milliseconds for all of it, redirects too. */
  readonly patience: number;
}

/** Fetches what members name, and nothing that is not public. */
export interface LinkFetcher {
  /** Throws LinkFault. */
  fetch(url: URL, wants: FetchWants): Promise<Fetched>;
  close(): Promise<void>;
}

export interface LinkFetcherOptions {
  /** All addresses of a name. Tests bring a resolver of their own. */
  resolve?: (host: string) => Promise<string[]>;
  /** May this address and port be connected to? Tests let one server of theirs in. */
  mayConnect?: (address: string, port: number) => boolean;
}

const redirects = 3;
const agentName = 'TeahouseLinkPreview/1.0';

const resolveBySystem = async (host: string) =>
  (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address);
const isOpen = (address: string, port: number) => isPublicAddress(address) && (port === 80 || port === 443);

/**
 * A name is resolved once for each connection, and the connection goes to the very addresses that were looked at: a name
 * that answers otherwise the next time (DNS rebinding) gains nothing. If one of its addresses is not public, none is used.
 */
export function createLinkFetcher(options: LinkFetcherOptions = {}): LinkFetcher {
  const { resolve = resolveBySystem, mayConnect = isOpen } = options;

  async function addressesOf(host: string, port: number): Promise<string[]> {
    const addresses = isIP(host) ? [host] : await resolve(host);
    if (addresses.length === 0) throw new LinkFault('failed', 'the name has no address');
    if (!addresses.every((address) => mayConnect(address, port)))
      throw new LinkFault('refused', 'not public');
    return addresses;
  }

  /** A connection of its own, to the addresses that were checked; nothing is kept open. */
  async function once(url: URL, wants: FetchWants, signal: AbortSignal) {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const checked = (await addressesOf(host, port)).map((address) => ({ address, family: isIP(address) }));
    const agent = new Agent({
      connections: 1,
      pipelining: 1,
      maxHeaderSize: 16 * 1024,
      connect: {
        // `net` and `tls` call this for names; where the host is an address, that very address was checked.
        lookup: (_host, _options, done) => (done as (e: null, a: typeof checked) => void)(null, checked),
        autoSelectFamily: true,
        timeout: wants.patience,
      },
    });
    try {
      const answer = await request(url, {
        dispatcher: agent,
        signal,
        headersTimeout: wants.patience,
        bodyTimeout: wants.patience,
        headers: {
          'user-agent': agentName,
          accept: wants.types.join(', '),
          // Nothing is unpacked here, so that nothing small becomes large.
          'accept-encoding': 'identity',
        },
      });
      const { statusCode, headers, body } = answer;
      if (statusCode >= 300 && statusCode < 400 && typeof headers.location === 'string') {
        return { location: headers.location };
      }
      if (statusCode !== 200) throw new LinkFault('failed', 'not answered with 200');
      if (headers['content-encoding'] && headers['content-encoding'] !== 'identity')
        throw new LinkFault('failed', 'packed');
      const type = String(headers['content-type'] ?? '');
      const [media = ''] = type.toLowerCase().split(';');
      if (!wants.types.includes(media.trim())) throw new LinkFault('failed', 'of another media type');
      return { type, body: await readUpTo(body, wants) };
    } finally {
      agent.destroy().catch(() => {}); // it may have ended by itself
    }
  }

  return {
    async fetch(start, wants) {
      const signal = AbortSignal.timeout(wants.patience);
      let url = requireWeb(start);
      try {
        for (let hop = 0; hop <= redirects; hop += 1) {
          const answer = await once(url, wants, signal);
          if (answer.location === undefined) return { url, type: answer.type, body: answer.body };
          url = requireWeb(new URL(answer.location, url));
        }
      } catch (error) {
        if (error instanceof LinkFault) throw error;
        throw new LinkFault('failed', 'no answer');
      }
      throw new LinkFault('failed', 'too many redirects');
    },
    close: async () => {},
  };
}

/** Only http and https, without a name and password in them. */
function requireWeb(url: URL): URL {
  const plain = (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
  if (!plain) throw new LinkFault('refused', 'no web address');
  return url;
}

async function readUpTo(body: AsyncIterable<Buffer>, { bytes, longer }: FetchWants): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length <= bytes) continue;
    if (longer === 'refused') throw new LinkFault('failed', 'too long');
    break;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
