import { domainHash } from '../hash.ts';

interface Named {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** The public directory, in any order. */
export interface DirectoryContent {
  readonly industries: readonly Named[];
  readonly companies: readonly (Named & { readonly industry: string })[];
}

const byId = (a: Named, b: Named) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What the issuer's log holds of a directory, 32 bytes. Other fields than these are not part of it. */
export function directoryHash({ industries, companies }: DirectoryContent): Uint8Array {
  return domainHash(
    'directory',
    industries.toSorted(byId).map(({ id, name }) => [id, name.zh, name.en]),
    companies.toSorted(byId).map(({ id, name, industry }) => [id, name.zh, name.en, industry]),
  );
}
