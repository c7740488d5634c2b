import { createHash } from 'node:crypto';
import type { Directory, IssuerDocument } from '@teahouse/contract/issuer';
import type { IssuedCredential } from '@teahouse/contract/members';
import { issuerKeyId, toBase64url } from '@teahouse/protocol';
import {
  countsEntries,
  countsRoot,
  directoryHash,
  type Entry,
  issuanceLeaf,
} from '@teahouse/protocol/record';
import { testLog } from './test-log.ts';

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);
export const ownPoint = bytes(48, 5);
export const issuerKey = bytes(96, 1);
const epoch = '2026-11';
const who = { epoch, company: 'harbour', industry: 'internet', standing: 'current' } as const;
const name = { zh: '甲', en: 'A' };

const keyHash = (key: Uint8Array) => new Uint8Array(createHash('sha256').update(key).digest());

/** An issuer's log with one epoch in it, and what is published of it. For tests. */
export function testIssuer() {
  const log = testLog('issuer');
  const directory: Directory = {
    industries: [{ id: 'internet', name }],
    companies: [{ id: 'harbour', name, industry: 'internet' }],
    logged: 2,
  };
  const counts = [{ ...who, evidence: 'mailbox-code', n: 1 }];
  const leaf = { salt: toBase64url(bytes(32, 7)), pin: toBase64url(bytes(32, 8)), evidence: 'mailbox-code' };
  const own = issuanceLeaf({
    ...{ salt: bytes(32, 7), pin: bytes(32, 8), evidence: leaf.evidence },
    ...{ point: ownPoint, credential: who },
  });
  const hash = directoryHash(directory);
  const records = countsEntries(epoch, counts);
  const opening: Entry = {
    ...{ type: 'epoch', epoch, key: keyHash(issuerKey), directory: hash },
    ...{ counts: countsRoot(records), records: records.length },
  };
  log.add(
    { type: 'issuer-key', publicKey: issuerKey },
    { type: 'directory', hash, companies: 1 },
    { type: 'leaves', epoch, company: 'harbour', leaves: [own] },
    ...records,
    opening,
  );
  const document: IssuerDocument = {
    instance: log.instance,
    log: log.info,
    keys: [{ id: issuerKeyId(issuerKey), publicKey: toBase64url(issuerKey), epochs: [epoch], logged: 1 }],
    counts,
    issued: [epoch],
    openings: [{ epoch, directory: toBase64url(hash), logged: log.entries.length - 1 }],
  };
  const credential: IssuedCredential = {
    ...{ ...who, key: issuerKeyId(issuerKey), signature: toBase64url(bytes(80, 0)) },
    leaf: { ...leaf, logged: 3 },
  };
  return { log, document, directory, credential };
}
