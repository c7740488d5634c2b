import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Directory, IssuerDocument } from '@teahouse/contract/talk';
import { type Bbs, type Credential, createBbs, issue, issuerKeyId, makeCommitment } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { textOf } from '../wire.ts';

/** A stand-in for the members plane as an outsider sees it: two public documents over HTTP, and real signatures. */
export interface TestIssuer {
  readonly bbs: Bbs;
  readonly url: string;
  readonly publicKey: Uint8Array;
  /** Change them freely: they are served as they are now. */
  documents: { directory: Directory; issuer: IssuerDocument };
  /** Paths asked for, in order. */
  readonly asked: string[];
  away: boolean;
  issue(seed: Uint8Array, credential: Credential): Uint8Array;
  close(): Promise<void>;
}

export const rng = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export async function startTestIssuer(
  documents: (key: IssuerDocument['keys'][number]) => TestIssuer['documents'],
) {
  const bbs = createBbs(await loadMclBackend());
  const secretKey = bbs.keyGen(rng(32));
  const publicKey = bbs.publicKey(secretKey);
  const server = createServer((request, response) => {
    issuer.asked.push(request.url ?? '');
    const name = request.url === '/api/members/public/directory' ? 'directory' : 'issuer';
    response.writeHead(issuer.away ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(issuer.documents[name]));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer: TestIssuer = {
    bbs,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publicKey,
    documents: documents({ id: issuerKeyId(publicKey), publicKey: textOf(publicKey), epochs: [] }),
    asked: [],
    away: false,
    issue: (seed, credential) =>
      issue({ bbs, secretKey, publicKey, commitment: makeCommitment({ bbs, seed, rng }), credential }),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return issuer;
}
