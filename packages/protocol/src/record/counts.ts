import type { Standing } from '../credential.ts';
import type { Label } from '../label.ts';
import { rootOf } from '../log/files.ts';
import { type CountRow, type CountScope, type CountsEntry, encodeEntry } from './entry.ts';

/** A row of the issuer's document. */
export interface PublishedCount {
  readonly epoch: string;
  readonly company: string;
  readonly industry: string;
  readonly standing: Standing;
  readonly evidence: string;
  readonly n: number;
}

/**
 * The counts entries of an epoch, in their one order: everybody, industries, companies by id. An epoch without
 * credentials has none. Whoever has the document makes the same bytes of it.
 */
export function countsEntries(epoch: string, counts: readonly PublishedCount[]): CountsEntry[] {
  const own = counts.filter((count) => count.epoch === epoch && count.n > 0);
  const scopes: CountScope[] = [{ kind: 'all' }];
  for (const industry of new Set(own.map((count) => count.industry).sort())) {
    scopes.push({ kind: 'industry', industry });
  }
  const companies = new Map(
    own.map(({ company, industry }) => [`${company} ${industry}`, { company, industry }]),
  );
  for (const key of [...companies.keys()].sort()) scopes.push({ kind: 'company', ...companies.get(key)! });
  return own.length === 0
    ? []
    : scopes.map((of) => ({
        type: 'counts',
        epoch,
        of,
        rows: rowsOf(own.filter((count) => isIn(count, of))),
      }));
}

function isIn(count: PublishedCount, of: CountScope): boolean {
  if (of.kind === 'all') return true;
  return count.industry === of.industry && (of.kind === 'industry' || count.company === of.company);
}

function rowsOf(counts: readonly PublishedCount[]): CountRow[] {
  const sums = new Map<string, CountRow>();
  for (const { standing, evidence, n } of counts) {
    const key = `${standing} ${evidence}`;
    sums.set(key, { standing, evidence, n: n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.keys()].sort().map((key) => sums.get(key)!);
}

/** Root over the canonical bytes of an epoch's counts entries, as an RFC 6962 tree. */
export function countsRoot(entries: readonly CountsEntry[]): Uint8Array {
  return rootOf(entries.map(encodeEntry));
}

/** The scope whose counts a label is measured by. */
export function isScopeOf(of: CountScope, label: Label): boolean {
  if (label.kind === 'company') return of.kind === 'company' && of.company === label.company;
  if (label.kind === 'industry') return of.kind === 'industry' && of.industry === label.industry;
  return of.kind === 'all';
}

/** The rows of a scope that could have made a presentation with this label: those of its standing, where it shows one. */
export function rowsFor(label: Label, rows: readonly CountRow[]): CountRow[] {
  return rows.filter(({ standing }) => label.kind === 'alias' || standing === label.standing);
}
