import type { Count } from '@teahouse/contract/issuer';
import { type OnAdopt, planEntries } from '@teahouse/kit/log-book';
import { issuerKeyId, toBase64url } from '@teahouse/protocol';
import { type CountsEntry, decodeEntry, encodeEntry } from '@teahouse/protocol/record';
import { insertDirectory } from '../companies/store.ts';
import { adoptKey } from '../representatives/keys.ts';
import { type LoggedKey, openEpoch } from './store.ts';

/**
 * The database is an older one than the log: takes back from the log which keys, directories and epochs there were, so
 * that no epoch is begun twice and its counts stay as they were published. Credentials that were lost are signed again
 * as those of newcomers. What was done is logged in turn.
 */
export const adoptLog: OnAdopt = async (tx, entries) => {
  let counts: Count[] = [];
  let newKey: LoggedKey | undefined;
  for (const { index, entry } of entries) {
    const read = decodeEntry(entry);
    if (read.type === 'issuer-key') {
      const { publicKey } = read;
      newKey = { id: issuerKeyId(publicKey), publicKey, logged: index };
    }
    if (read.type === 'company-key') await adoptKey(tx, { ...read, index });
    if (read.type === 'directory') await insertDirectory(tx, { hash: read.hash, logged: index });
    if (read.type === 'counts') counts = [...counts, ...countsOf(read)];
    if (read.type === 'epoch') {
      const { epoch, directory } = read;
      // The id of a key is the beginning of the hash that the entry has.
      const key = toBase64url(read.key.slice(0, 8));
      await openEpoch(tx, { epoch, key, newKey, directory, logged: index, counts });
      [counts, newKey] = [[], undefined];
    }
  }
  const restored = { type: 'event', kind: 'operation', code: 'backup-restored', subject: null } as const;
  const text =
    'The database of members is an older one; what it had lost of this log was taken back from it.';
  await planEntries(tx, [encodeEntry({ ...restored, text })]);
};

/** The published counts are those of companies; the other scopes are sums of them. */
function countsOf({ epoch, of, rows }: CountsEntry): Count[] {
  if (of.kind !== 'company') return [];
  const { company, industry } = of;
  return rows.map(({ standing, evidence, n }) => ({ epoch, company, industry, standing, evidence, n }));
}
