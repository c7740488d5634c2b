import { equal, hex } from '../bytes.ts';
import type { Report } from './audit-faults.ts';
import { countsEntries, countsRoot, type PublishedCount } from './counts.ts';
import {
  type CompanyKeyEntry,
  type CountRow,
  type CountsEntry,
  type DirectoryEntry,
  type Entry,
  type EpochEntry,
  encodeEntry,
  type IssuerKeyEntry,
  type LeavesEntry,
} from './entry.ts';
import { issuerKeyHash } from './hashes.ts';

/** An epoch as the issuer's log has it. Hashes and keys are hexadecimal. */
export interface EpochSummary {
  readonly epoch: string;
  readonly index: number;
  /** SHA-256 of the key that signed it. */
  readonly key: string;
  readonly directory: string;
  /** Credentials of its first batch, by company id. */
  readonly companies: ReadonlyMap<string, { readonly industry: string; readonly rows: readonly CountRow[] }>;
  readonly n: number;
  /** Credentials that came in the middle of it. */
  readonly later: number;
}

export interface IssuerSummary {
  readonly keys: readonly { readonly index: number; readonly publicKey: string; readonly hash: string }[];
  readonly directories: readonly {
    readonly index: number;
    readonly hash: string;
    readonly companies: number;
  }[];
  readonly epochs: readonly EpochSummary[];
  readonly leaves: number;
  /** The epoch whose leaves or counts stand at the end of the log without its entry: one may be on its way. */
  readonly unfinished: string | null;
}

interface Opening {
  readonly epoch: string;
  readonly leaves: Map<string, number>;
  readonly counts: CountsEntry[];
}

/** The rules of the issuer's log. Takes entries in order, tells faults, sums up. */
export function auditIssuer(report: Report) {
  const keys: IssuerSummary['keys'][number][] = [];
  const directories: IssuerSummary['directories'][number][] = [];
  const epochs: (EpochSummary & { later: number })[] = [];
  const leaves = new Set<string>();
  /** Keys of companies by key, and whether they still count: one belongs to one company, and is never revived. */
  const companyKeys = new Map<string, { company: string; counts: boolean }>();
  let opening: Opening | undefined;

  function open(epoch: string): Opening {
    if (opening && opening.epoch !== epoch) broken();
    opening ??= { epoch, leaves: new Map(), counts: [] };
    return opening;
  }

  /** Leaves and counts of a first batch are followed by their epoch and by nothing else. */
  function broken(): void {
    if (opening) report('opening-broken', `leaves or counts of ${opening.epoch} without its entry`);
    opening = undefined;
  }

  function takeKey(index: number, { publicKey }: IssuerKeyEntry): void {
    broken();
    const key = { index, publicKey: hex(publicKey), hash: hex(issuerKeyHash(publicKey)) };
    if (keys.some(({ hash }) => hash === key.hash)) report('key-twice', `key ${key.hash}`);
    else keys.push(key);
  }

  function takeDirectory(index: number, { hash, companies }: DirectoryEntry): void {
    broken();
    directories.push({ index, hash: hex(hash), companies });
  }

  function takeCompanyKey({ company, key, state }: CompanyKeyEntry): void {
    const known = companyKeys.get(hex(key));
    const fits = state === 'added' ? !known : known?.counts && known.company === company;
    if (fits) companyKeys.set(hex(key), { company, counts: state === 'added' });
    else report('company-key', `${state} ${hex(key)} of ${company}`);
  }

  function takeLeaves(entry: LeavesEntry): void {
    for (const leaf of entry.leaves.map(hex)) {
      if (leaves.has(leaf)) report('leaf-twice', leaf);
      leaves.add(leaf);
    }
    if (entry.company === null) takeLaterLeaves(entry);
    else takeFirstLeaves(entry.epoch, entry.company, entry.leaves.length);
  }

  function takeFirstLeaves(of: string, company: string, count: number): void {
    if (epochs.some(({ epoch }) => epoch === of)) {
      report('leaves-epoch', `leaves of ${company} after the first batch of ${of}`);
      return;
    }
    const { leaves: held, counts } = open(of);
    if (counts.length > 0) report('opening-broken', `leaves of ${of} after its counts`);
    held.set(company, (held.get(company) ?? 0) + count);
  }

  function takeLaterLeaves(entry: LeavesEntry): void {
    broken();
    const newest = epochs.at(-1);
    if (newest?.epoch === entry.epoch) newest.later += entry.leaves.length;
    else report('leaves-epoch', `leaves of ${entry.epoch}, the newest epoch is ${newest?.epoch ?? 'none'}`);
  }

  function takeEpoch(index: number, entry: EpochEntry): void {
    const { epoch, records } = entry;
    const own = open(epoch);
    opening = undefined;
    checkEpoch(entry);
    if (records !== own.counts.length || !equal(countsRoot(own.counts), entry.counts)) {
      report(
        'counts-mismatch',
        `${own.counts.length} counts of ${epoch} are not the ${records} it commits to`,
      );
    }
    const companies = companiesOf(own.counts);
    if (!addsUp(epoch, own.counts, companies)) report('counts-sum', `the counts of ${epoch} don't add up`);
    for (const company of new Set([...companies.keys(), ...own.leaves.keys()])) {
      const counted = total(companies.get(company)?.rows ?? []);
      const logged = own.leaves.get(company) ?? 0;
      if (counted !== logged) {
        report('leaves-count', `${company} in ${epoch}: ${counted} credentials, ${logged} leaves`);
      }
    }
    const n = [...companies.values()].reduce((sum, { rows }) => sum + total(rows), 0);
    const hashes = { key: hex(entry.key), directory: hex(entry.directory) };
    epochs.push({ epoch, index, ...hashes, companies, n, later: 0 });
  }

  function checkEpoch({ epoch, key, directory }: EpochEntry): void {
    if (epochs.some((other) => other.epoch === epoch)) report('epoch-twice', epoch);
    else if (epochs.some((other) => other.epoch > epoch)) report('epoch-order', `${epoch} after a later one`);
    if (!keys.some(({ hash }) => hash === hex(key))) report('key-not-logged', `${epoch} by key ${hex(key)}`);
    if (directories.at(-1)?.hash !== hex(directory)) {
      report('directory-mismatch', `${epoch} names another directory than the last one`);
    }
  }

  return {
    next(index: number, entry: Entry): boolean {
      if (entry.type === 'issuer-key') takeKey(index, entry);
      else if (entry.type === 'directory') takeDirectory(index, entry);
      else if (entry.type === 'company-key') takeCompanyKey(entry);
      else if (entry.type === 'leaves') takeLeaves(entry);
      else if (entry.type === 'counts') open(entry.epoch).counts.push(entry);
      else if (entry.type === 'epoch') takeEpoch(index, entry);
      else return false;
      return true;
    },
    summary: (): IssuerSummary => ({
      keys: [...keys],
      directories: [...directories],
      epochs: epochs.map((epoch) => ({ ...epoch })),
      leaves: leaves.size,
      unfinished: opening?.epoch ?? null,
    }),
  };
}

const total = (rows: readonly CountRow[]) => rows.reduce((sum, { n }) => sum + n, 0);

function companiesOf(counts: readonly CountsEntry[]) {
  const companies = new Map<string, { industry: string; rows: readonly CountRow[] }>();
  for (const { of, rows } of counts) {
    if (of.kind === 'company') companies.set(of.company, { industry: of.industry, rows });
  }
  return companies;
}

/** Whether these counts are those, and in the order, that follow from the ones of the companies. */
function addsUp(
  epoch: string,
  counts: readonly CountsEntry[],
  companies: EpochSummary['companies'],
): boolean {
  const published: PublishedCount[] = [...companies].flatMap(([company, { industry, rows }]) =>
    rows.map((row) => ({ epoch, company, industry, ...row })),
  );
  const expected = countsEntries(epoch, published);
  return (
    expected.length === counts.length &&
    expected.every((entry, i) => equal(encodeEntry(entry), encodeEntry(counts[i]!)))
  );
}
