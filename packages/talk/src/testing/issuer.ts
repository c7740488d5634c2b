import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CompanyKeys, Count, Directory, IssuerDocument } from '@teahouse/contract/talk';
import { type Bbs, type Credential, createBbs, issue, issuerKeyId, makeCommitment } from '@teahouse/protocol';
import { loadMclBackend } from '@teahouse/protocol/mcl';
import { countsEntries, countsRoot, directoryHash, logOrigin } from '@teahouse/protocol/record';
import { textOf } from '../wire.ts';
import { createTestLog, type TestLog } from './test-log.ts';

export type Counts = readonly Omit<Count, 'epoch'>[];

/** A stand-in for the members plane as an outsider sees it: its log and two public documents, and real signatures. */
export interface TestIssuer {
  readonly bbs: Bbs;
  readonly url: string;
  readonly log: TestLog;
  /** Change them freely: they are served as they are now. */
  documents: { directory: Directory; issuer: IssuerDocument };
  /** Logs and lists a company's key, or its end. */
  companyKey(company: string, key: Uint8Array, state: 'added' | 'revoked'): void;
  companyKeys: CompanyKeys;
  /** Paths asked for, in order. */
  readonly asked: string[];
  away: boolean;
  /** Logs and publishes the first batch of an epoch, with a new key if asked for. */
  openEpoch(epoch: string, counts: Counts, options?: { rotate: boolean }): void;
  changeDirectory(next: Omit<Directory, 'logged'>): void;
  /** Key of an epoch. */
  publicKeyOf(epoch: string): Uint8Array;
  issue(seed: Uint8Array, credential: Credential): Uint8Array;
  close(): Promise<void>;
}

export const rng = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export async function startTestIssuer(i: {
  instance: string;
  directory: Omit<Directory, 'logged'>;
  logKey?: Uint8Array;
  witnesses?: string[];
}): Promise<TestIssuer> {
  const bbs = createBbs(await loadMclBackend());
  const log = createTestLog(logOrigin(i.instance, 'issuer'), i.logKey ?? rng(32), i.witnesses);
  log.add({ type: 'log', instance: i.instance, plane: 'issuer' });
  const secretOf = new Map<string, Uint8Array>();
  const logDirectory = (directory: Omit<Directory, 'logged'>): Directory => {
    const { companies } = directory;
    const entry = { type: 'directory', hash: directoryHash(directory), companies: companies.length } as const;
    return { ...directory, logged: log.add(entry) };
  };
  /** That of the epoch, or for one that is not out the newest: somebody may try. */
  const keyOf = (epoch: string) => {
    const { keys } = issuer.documents.issuer;
    return keys.find(({ epochs }) => epochs.includes(epoch)) ?? keys.at(-1)!;
  };

  function newKey(): IssuerDocument['keys'][number] {
    const secretKey = bbs.keyGen(rng(32));
    const publicKey = bbs.publicKey(secretKey);
    const id = issuerKeyId(publicKey);
    secretOf.set(id, secretKey);
    const logged = log.add({ type: 'issuer-key', publicKey });
    return { id, publicKey: textOf(publicKey), epochs: [], logged };
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/api/members', '');
    issuer.asked.push(path);
    const { directory, issuer: document } = issuer.documents;
    const served: Record<string, unknown> = { '/public/directory': directory, '/public/issuer': document };
    served['/public/company-keys'] = issuer.companyKeys;
    const file = path.startsWith('/log/') ? log.read(path.slice('/log/'.length)) : undefined;
    const body = file ?? (path in served ? JSON.stringify(served[path]) : undefined);
    response.writeHead(issuer.away ? 503 : body === undefined ? 404 : 200);
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const issuer: TestIssuer = {
    bbs,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    documents: {
      directory: logDirectory(i.directory),
      issuer: { instance: i.instance, log: log.info, keys: [], counts: [], issued: [], openings: [] },
    },
    companyKeys: { keys: [] },
    companyKey(company, key, state) {
      const logged = log.add({ type: 'company-key', company, key, state });
      const { keys } = issuer.companyKeys;
      if (state === 'added') keys.push({ company, key: textOf(key), logged, revoked: null });
      for (const one of keys) if (state === 'revoked' && one.key === textOf(key)) one.revoked = logged;
    },
    asked: [],
    away: false,
    openEpoch(epoch, counts, options) {
      const { issuer: document, directory } = issuer.documents;
      if (options?.rotate || document.keys.length === 0) document.keys.push(newKey());
      const key = document.keys.at(-1)!;
      key.epochs.push(epoch);
      document.counts.push(...counts.map((count) => ({ ...count, epoch })));
      const records = countsEntries(epoch, document.counts);
      records.forEach(log.add);
      const hash = directoryHash(directory);
      const opening = { type: 'epoch', epoch, directory: hash, counts: countsRoot(records) } as const;
      const logged = log.add({ ...opening, key: keyHash(key.publicKey), records: records.length });
      document.issued.push(epoch);
      document.openings.push({ epoch, directory: textOf(hash), logged });
    },
    changeDirectory(next) {
      issuer.documents.directory = logDirectory(next);
    },
    publicKeyOf: (epoch) => Buffer.from(keyOf(epoch).publicKey, 'base64url'),
    issue(seed, credential) {
      const { id, publicKey } = keyOf(credential.epoch);
      const keys = { secretKey: secretOf.get(id)!, publicKey: Buffer.from(publicKey, 'base64url') };
      return issue({ bbs, ...keys, commitment: makeCommitment({ bbs, seed, rng }), credential });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return issuer;
}

const keyHash = (publicKey: string) =>
  new Uint8Array(createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest());
