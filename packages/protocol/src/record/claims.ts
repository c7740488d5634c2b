import { fromBase64url } from '../bytes.ts';
import type { ClaimedEntry } from '../log/follow.ts';
import { countsEntries, countsRoot, type PublishedCount } from './counts.ts';
import { type DirectoryContent, directoryHash } from './directory.ts';
import { type Entry, encodeEntry, type Plane } from './entry.ts';
import { issuerKeyHash } from './hashes.ts';

/** The name of an instance's log in its checkpoints. */
export const logOrigin = (instance: string, plane: Plane): string => `${instance}/${plane}`;

/** The issuer's document as it travels: bytes in base64url, `logged` the index of an entry. */
export interface IssuerClaims {
  readonly instance: string;
  readonly keys: readonly {
    readonly publicKey: string;
    readonly epochs: readonly string[];
    readonly logged: number;
  }[];
  readonly counts: readonly PublishedCount[];
  readonly openings: readonly {
    readonly epoch: string;
    readonly directory: string;
    readonly logged: number;
  }[];
}

const claim = (index: number, entry: Entry): ClaimedEntry => ({ index, entry: encodeEntry(entry) });

/**
 * The entries that the issuer's log must hold if its document is true: whose log it is, each key, and each epoch (of
 * `epochs`, where given) with its key and all its counts. Throws `entry-invalid`, `bytes-invalid`.
 */
export function claimsOfIssuer(document: IssuerClaims, epochs?: readonly string[]): ClaimedEntry[] {
  const { instance, keys, counts, openings } = document;
  const asked = openings.filter(({ epoch }) => epochs?.includes(epoch) ?? true);
  return [
    claim(0, { type: 'log', instance, plane: 'issuer' }),
    ...keys.map(({ publicKey, logged }) =>
      claim(logged, { type: 'issuer-key', publicKey: fromBase64url(publicKey, 96) }),
    ),
    ...asked.map(({ epoch, directory, logged }) => {
      const signer = keys.find((key) => key.epochs.includes(epoch))?.publicKey ?? '';
      const records = countsEntries(epoch, counts);
      return claim(logged, {
        type: 'epoch',
        epoch,
        key: issuerKeyHash(fromBase64url(signer)),
        directory: fromBase64url(directory, 32),
        counts: countsRoot(records),
        records: records.length,
      });
    }),
  ];
}

/** The entry that the issuer's log must hold if this directory is its. Throws `entry-invalid`. */
export function claimsOfDirectory(directory: DirectoryContent & { readonly logged: number }): ClaimedEntry[] {
  const hash = directoryHash(directory);
  return [claim(directory.logged, { type: 'directory', hash, companies: directory.companies.length })];
}

/** The entries that the issuer's log must hold if these are the companies' keys: of each when it began, and when it ended. */
export function claimsOfCompanyKeys(
  keys: readonly {
    readonly company: string;
    readonly key: string;
    readonly logged: number;
    readonly revoked: number | null;
  }[],
): ClaimedEntry[] {
  return keys.flatMap(({ company, key, logged, revoked }) => {
    const entry = { type: 'company-key', company, key: fromBase64url(key, 32) } as const;
    const added = claim(logged, { ...entry, state: 'added' });
    return revoked === null ? [added] : [added, claim(revoked, { ...entry, state: 'revoked' })];
  });
}

/** The entries that talk's log must hold if these are its token keys (SPKI in base64url). Throws as above. */
export function claimsOfTokenKeys(
  instance: string,
  keys: readonly { readonly month: string; readonly publicKey: string; readonly logged: number }[],
): ClaimedEntry[] {
  return [
    claim(0, { type: 'log', instance, plane: 'talk' }),
    ...keys.map(({ month, publicKey, logged }) =>
      claim(logged, { type: 'token-key', month, publicKey: fromBase64url(publicKey) }),
    ),
  ];
}
