import { isDeepStrictEqual } from 'node:util';
import { CompanyKeys } from '@teahouse/contract/talk';
import type { Logger } from '@teahouse/kit/log';
import type { Pool } from '@teahouse/kit/pool';
import { claimsOfCompanyKeys } from '@teahouse/protocol/record';
import { fetchDocument, type IssuerAddress } from './fetch.ts';
import type { LogMirror } from './mirror.ts';
import { writeDocument } from './store.ts';

/** Which keys speak for which company, as the issuer lists them and its log holds them. docs/decisions/0026. */
export interface CompanyKeyList {
  /** Whether this key (base64url) counts for the company now. */
  speaksFor(company: string, key: string): boolean;
  document(): CompanyKeys;
  /** Takes a stored copy. */
  load(stored: unknown): void;
  /** Fetches the list; one that is refused, or away, leaves what was believed. */
  refresh(): Promise<void>;
}

export function createCompanyKeys(i: {
  pool: Pool;
  log: Logger;
  mirror: Pick<LogMirror, 'require'>;
  address: IssuerAddress | undefined;
}): CompanyKeyList {
  let believed: CompanyKeys = { keys: [] };
  /** Said once, not every minute. */
  let trouble: string | undefined;

  async function look(from: IssuerAddress): Promise<void> {
    const next = CompanyKeys.parse(await fetchDocument(from, '/public/company-keys'));
    if (isDeepStrictEqual(next, believed)) return;
    if (isTakenBack(next, believed))
      throw Object.assign(new Error('taken back'), { code: 'keys-taken-back' });
    await i.mirror.require(claimsOfCompanyKeys(next.keys));
    await writeDocument(i.pool, 'company-keys', next);
    believed = next;
  }

  return {
    speaksFor: (company, key) =>
      believed.keys.some((one) => one.company === company && one.key === key && one.revoked === null),
    document: () => believed,
    load(stored) {
      const parsed = CompanyKeys.safeParse(stored);
      if (parsed.success) believed = parsed.data;
    },
    async refresh() {
      if (!i.address) return;
      try {
        await look(i.address);
        trouble = undefined;
      } catch (error) {
        const code = (error as { code?: string }).code ?? 'invalid';
        // Behind: the log will hold it in a moment.
        if (code !== trouble && code !== 'log-behind') i.log.warn('company-keys-refused', { code });
        trouble = code;
      }
    },
  };
}

/** A key that was listed stays listed, and one that was revoked stays so: who answered under it is told for ever. */
function isTakenBack(next: CompanyKeys, last: CompanyKeys): boolean {
  const known = new Map(next.keys.map((one) => [`${one.company} ${one.key}`, one]));
  return last.keys.some((old) => {
    const now = known.get(`${old.company} ${old.key}`);
    return now?.logged !== old.logged || (old.revoked !== null && now.revoked !== old.revoked);
  });
}
