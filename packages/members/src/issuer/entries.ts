import { hex } from '@teahouse/protocol';
import {
  countsEntries,
  countsRoot,
  type Entry,
  encodeEntry,
  issuanceLeaf,
  issuerKeyHash,
  type PublishedCount,
  recordLimits,
} from '@teahouse/protocol/record';
import type { IssuerKey } from './key.ts';
import type { SignedRow } from './store.ts';

/** What a batch writes into the log, in this order. Places are relative to the first entry. */
export interface BatchEntries {
  readonly entries: readonly Uint8Array[];
  /** The rows in the order given, each with the place of the entry that has its leaf. */
  readonly placed: readonly { readonly row: SignedRow; readonly place: number }[];
  /** Counts of the epoch that this batch begins; none where it was begun before. */
  readonly counts: readonly PublishedCount[];
}

/**
 * The entries of a batch (protocol.md 1.3). One that begins an epoch logs its key, where it is new, leaves by company,
 * counts, and last the epoch; later ones log leaves that name no company. Leaves are ascending: of the order of people
 * nothing is in them.
 */
export function batchEntries(i: {
  epoch: string;
  key: IssuerKey;
  isKeyNew: boolean;
  isFirst: boolean;
  /** Hash of the directory as it was last logged. */
  directory: Uint8Array;
  rows: readonly SignedRow[];
}): BatchEntries {
  const { epoch, key, isFirst, rows } = i;
  const entries: Entry[] = i.isKeyNew ? [{ type: 'issuer-key', publicKey: key.publicKey }] : [];
  const placeOf = new Map<string, number>();
  const leafOf = new Map(rows.map((row) => [row, leafHex(epoch, row)]));
  const companies = isFirst ? [...new Set(rows.map(({ company }) => company))].sort() : [null];
  for (const company of companies) {
    const own = rows.filter((row) => company === null || row.company === company);
    const leaves = own.map((row) => leafOf.get(row)!).sort();
    for (let at = 0; at < leaves.length; at += recordLimits.leavesPerEntry) {
      const part = leaves.slice(at, at + recordLimits.leavesPerEntry);
      for (const leaf of part) placeOf.set(leaf, entries.length);
      const bytes = part.map((leaf) => new Uint8Array(Buffer.from(leaf, 'hex')));
      entries.push({ type: 'leaves', epoch, company, leaves: bytes });
    }
  }
  const counts = isFirst ? countRows(epoch, rows) : [];
  if (isFirst) entries.push(...opening(epoch, key, i.directory, counts));
  return {
    entries: entries.map(encodeEntry),
    placed: rows.map((row) => ({ row, place: placeOf.get(leafOf.get(row)!)! })),
    counts,
  };
}

const leafHex = (epoch: string, { company, industry, standing, ...row }: SignedRow) =>
  hex(issuanceLeaf({ ...row, credential: { epoch, company, industry, standing } }));

/** The counts of an epoch and the entry that begins it. */
function opening(
  epoch: string,
  { publicKey }: IssuerKey,
  directory: Uint8Array,
  counts: readonly PublishedCount[],
): Entry[] {
  const records = countsEntries(epoch, counts);
  const key = issuerKeyHash(publicKey);
  const root = countsRoot(records);
  return [...records, { type: 'epoch', epoch, key, directory, counts: root, records: records.length }];
}

/** How many rows have the same company, industry, standing and evidence. */
function countRows(epoch: string, rows: readonly SignedRow[]): PublishedCount[] {
  const counts = new Map<string, PublishedCount>();
  for (const { company, industry, standing, evidence } of rows) {
    const key = JSON.stringify([company, industry, standing, evidence]);
    counts.set(key, { epoch, company, industry, standing, evidence, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()];
}
