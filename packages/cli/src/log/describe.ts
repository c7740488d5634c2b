import { hex, ProtocolError } from '@teahouse/protocol';
import { decodeEntry, type Entry } from '@teahouse/protocol/record';
import { plain } from './report.ts';

const short = (bytes: Uint8Array) => hex(bytes).slice(0, 16);

/** An entry of either log in a few words. */
export function describeEntry(bytes: Uint8Array): string {
  try {
    return wordsOf(decodeEntry(bytes));
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return `an entry that can't be read (${error.message})`;
  }
}

function wordsOf(entry: Entry): string {
  switch (entry.type) {
    case 'log':
      return `begins the log of ${entry.instance}, ${entry.plane}`;
    case 'issuer-key':
      return `issuer key ${short(entry.publicKey)}`;
    case 'directory':
      return `directory of ${entry.companies} companies, ${short(entry.hash)}`;
    case 'leaves':
      return `${entry.leaves.length} credentials of ${entry.epoch}, ${entry.company ?? 'who came later'}`;
    case 'counts':
      return `counts of ${entry.epoch}: ${scopeOf(entry.of)} ${entry.rows.reduce((sum, { n }) => sum + n, 0)}`;
    case 'epoch':
      return `epoch ${entry.epoch} is open, key ${short(entry.key)}, ${entry.records} counts`;
    case 'company-key':
      return `key ${short(entry.key)} of ${entry.company} ${entry.state}`;
    case 'token-key':
      return `token key of ${entry.month}`;
    case 'acts':
      return `${entry.n} acts until ${new Date(entry.slot * 300_000).toISOString()}`;
    case 'web':
      return `web app of ${entry.files} files, ${short(entry.hash)}`;
    case 'event':
      return `event ${entry.kind}/${entry.code}${entry.text ? `: ${plain(entry.text)}` : ''}`;
  }
}

type Scope = Extract<Entry, { type: 'counts' }>['of'];
const scopeOf = (of: Scope) =>
  of.kind === 'all' ? 'all' : of.kind === 'industry' ? of.industry : of.company;
