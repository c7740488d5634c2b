import type { Count, Directory, IssuerDocument } from '@teahouse/contract/talk';
import { bytesOf } from '../wire.ts';

/** The issuer's two documents, indexed for the questions that an act raises. */
export interface IssuerView {
  readonly instance: string;
  readonly directory: Directory;
  readonly document: IssuerDocument;
  readonly companies: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  /** Key that signed an epoch's credentials. protocol.md "Parameters": one at a time. */
  readonly keyOf: ReadonlyMap<string, Uint8Array>;
  readonly countsOf: ReadonlyMap<string, readonly Count[]>;
}

/** Indexes two documents that were checked. */
export function viewOf(directory: Directory, document: IssuerDocument): IssuerView {
  return {
    instance: document.instance,
    directory,
    document,
    companies: new Set(directory.companies.map((company) => company.id)),
    industries: new Set(directory.industries.map((industry) => industry.id)),
    keyOf: new Map(
      document.keys.flatMap((key) => key.epochs.map((epoch) => [epoch, bytesOf(key.publicKey)] as const)),
    ),
    countsOf: byEpoch(document.counts),
  };
}

function byEpoch(counts: readonly Count[]): Map<string, Count[]> {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    const group = groups.get(count.epoch);
    if (group) group.push(count);
    else groups.set(count.epoch, [count]);
  }
  return groups;
}
