import { domainHash } from '@teahouse/protocol';
import {
  type ActsEntry,
  actsRoot,
  countsEntries,
  countsRoot,
  type Entry,
  issuerKeyHash,
  type PublishedCount,
  sortActs,
} from '@teahouse/protocol/record';

/** 32 bytes that a name stands for. */
export const named = (name: string): Uint8Array => domainHash('test', name);

/** Counts of an epoch: at Acme 40 people with a code to their mailbox, 17 with a mail of theirs, 3 who left; and others. */
export function someCounts(epoch: string): PublishedCount[] {
  const count = (company: string, industry: string, n: number) =>
    ({ epoch, company, industry, standing: 'current', evidence: 'mailbox-code', n }) as const;
  return [
    count('acme', 'games', 40),
    { ...count('acme', 'games', 17), evidence: 'mailbox-mail' },
    { ...count('acme', 'games', 3), standing: 'former' },
    count('pixel', 'games', 30),
    count('zeta', 'chips', 12),
  ];
}

/** The entries of an epoch's first batch. */
export function openingOf(epoch: string, issuerPublicKey: Uint8Array): Entry[] {
  const published = someCounts(epoch);
  const counts = countsEntries(epoch, published);
  const companies = [...new Set(published.map(({ company }) => company))].sort();
  return [
    ...companies.map((company): Entry => {
      const n = published.reduce((sum, count) => sum + (count.company === company ? count.n : 0), 0);
      const leaves = Array.from({ length: n }, (_, i) => named(`${epoch} ${company} ${i}`));
      return { type: 'leaves', epoch, company, leaves: sortActs(leaves) };
    }),
    ...counts,
    {
      type: 'epoch',
      epoch,
      key: issuerKeyHash(issuerPublicKey),
      directory: named('directory'),
      counts: countsRoot(counts),
      records: counts.length,
    },
  ];
}

/** The issuer's log over three epochs, the last signed with a newer key. */
export function someIssuerLog(instance: string, key: Uint8Array, newerKey: Uint8Array): Entry[] {
  return [
    { type: 'log', instance, plane: 'issuer' },
    { type: 'issuer-key', publicKey: key },
    { type: 'directory', hash: named('directory'), companies: 3 },
    ...openingOf('2026-10', key),
    ...openingOf('2026-11', key),
    { type: 'issuer-key', publicKey: newerKey },
    ...openingOf('2026-12', newerKey),
  ];
}

/** The slot of an instant, as it stands in talk's log. */
export const slotNumber = (iso: string): number => Math.floor(Date.parse(iso) / 300_000);

/** Talk's log with an entry over these acts, and one before and after it. */
export function someTalkLog(instance: string, acts: readonly Uint8Array[], at: string): Entry[] {
  const over = (ids: readonly Uint8Array[], slot: number): ActsEntry => ({
    type: 'acts',
    slot,
    root: actsRoot(ids),
    n: ids.length,
  });
  return [
    { type: 'log', instance, plane: 'talk' },
    { type: 'token-key', month: '2026-11', publicKey: named('token key') },
    over([named('before')], slotNumber(at) - 12),
    over(acts, slotNumber(at)),
    over([named('after'), named('after that')], slotNumber(at) + 12),
    { type: 'web', hash: named('web'), files: 7 },
  ];
}
