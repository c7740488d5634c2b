import fc from 'fast-check';
import { hex } from '../bytes.ts';
import { domainHash } from '../hash.ts';
import { bytes32 } from '../testing.ts';
import { countsEntries, countsRoot, type PublishedCount } from './counts.ts';
import type { Entry, LeavesEntry, Plane } from './entry.ts';
import { issuerKeyHash, sortActs } from './hashes.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const epoch = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/);
const standing = fc.constantFrom('current', 'former');
const text = fc.string({ unit: 'grapheme', maxLength: 200 });

const row = fc.record({ standing, evidence: slug, n: fc.integer({ min: 1, max: 1e9 }) });
const rows = fc
  .uniqueArray(row, { minLength: 1, maxLength: 8, selector: (of) => `${of.standing} ${of.evidence}` })
  .map((list) =>
    list.toSorted((a, b) => (`${a.standing} ${a.evidence}` < `${b.standing} ${b.evidence}` ? -1 : 1)),
  );
const scope = fc.oneof(
  fc.constant({ kind: 'all' }),
  fc.record({ kind: fc.constant('industry'), industry: slug }),
  fc.record({ kind: fc.constant('company'), company: slug, industry: slug }),
);
const leaves = fc.uniqueArray(hash, { minLength: 1, maxLength: 6, selector: hex }).map(sortActs);

const typed = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...fields }, { noNullPrototype: true });

/** Every form of entry that is, by type. */
export const entryArbitraries = {
  log: typed('log', {
    instance: fc.stringMatching(/^[!-~]{1,60}$/),
    plane: fc.constantFrom('issuer', 'talk'),
  }),
  'issuer-key': typed('issuer-key', { publicKey: fc.uint8Array({ minLength: 96, maxLength: 96 }) }),
  directory: typed('directory', { hash, companies: fc.nat() }),
  leaves: typed('leaves', { epoch, company: fc.option(slug), leaves }),
  counts: typed('counts', { epoch, of: scope, rows }),
  epoch: typed('epoch', { epoch, key: hash, directory: hash, counts: hash, records: fc.nat() }),
  'token-key': typed('token-key', {
    month: epoch,
    publicKey: fc.uint8Array({ minLength: 1, maxLength: 500 }),
  }),
  acts: typed('acts', { slot: fc.nat(), root: hash, n: fc.nat() }),
  'company-key': typed('company-key', {
    company: slug,
    key: hash,
    state: fc.constantFrom('added', 'revoked'),
  }),
  web: typed('web', { hash, files: fc.nat() }),
  event: typed('event', {
    kind: fc.constantFrom('moderation', 'legal', 'operation'),
    code: slug,
    subject: fc.option(hash),
    text,
  }),
};

export const anyEntry = fc.oneof(...Object.values(entryArbitraries)) as fc.Arbitrary<Entry>;

export const issuerKey = new Uint8Array(96).fill(7);
export const directory = bytes32('directory');

/** Counts of an epoch in three companies of two industries, as the issuer publishes them. */
export function someCounts(of: string): PublishedCount[] {
  const count = (company: string, industry: string, n: number, evidence = 'mailbox-code') =>
    ({ epoch: of, company, industry, standing: 'current', evidence, n }) as const;
  return [
    count('acme', 'games', 5),
    { ...count('acme', 'games', 2), standing: 'former' },
    count('acme', 'games', 3, 'mail-dkim'),
    count('pixel', 'games', 4),
    count('zeta', 'chips', 6),
  ];
}

export function leavesOf(of: string, company: string | null, n: number): LeavesEntry {
  const made = Array.from({ length: n }, (_, i) => domainHash('test-leaf', of, company, i));
  return { type: 'leaves', epoch: of, company, leaves: sortActs(made) };
}

/** The entries of an epoch's first batch, in their order. */
export function openingOf(of: string, counts = someCounts(of), key = issuerKey): Entry[] {
  const records = countsEntries(of, counts);
  const companies = [...new Set(counts.map(({ company }) => company))].sort();
  const sum = (company: string) =>
    counts.reduce((n, count) => n + (count.company === company ? count.n : 0), 0);
  return [
    ...companies.map((company) => leavesOf(of, company, sum(company))),
    ...records,
    {
      type: 'epoch',
      epoch: of,
      key: issuerKeyHash(key),
      directory,
      counts: countsRoot(records),
      records: records.length,
    },
  ];
}

export const headOf = (plane: Plane, instance = 'tea.example'): Entry => ({ type: 'log', instance, plane });

/** The log of an issuer over two epochs. */
export function someIssuerLog(): Entry[] {
  return [
    headOf('issuer'),
    { type: 'issuer-key', publicKey: issuerKey },
    { type: 'directory', hash: directory, companies: 3 },
    ...openingOf('2026-10'),
    leavesOf('2026-10', null, 2),
    ...openingOf('2026-11'),
  ];
}

/** A log of talk. */
export function someTalkLog(): Entry[] {
  return [
    headOf('talk'),
    { type: 'token-key', month: '2026-11', publicKey: Uint8Array.of(1, 2, 3) },
    { type: 'acts', slot: 5_983_000, root: bytes32('acts'), n: 3 },
    { type: 'event', kind: 'operation', code: 'backup-restored', subject: null, text: '' },
    { type: 'acts', slot: 5_983_012, root: bytes32('more acts'), n: 1 },
    { type: 'web', hash: bytes32('web'), files: 12 },
  ];
}
