import { actKey, companyKeyContext, toBase64url } from '@teahouse/protocol';
import { membersApi } from '../api.ts';

/** The first key of this seed for a company that was never listed, 32 bytes in base64url: one that ended is not revived. */
export async function newCompanyKey(seed: Uint8Array, company: string): Promise<string> {
  const [{ instance }, { keys }] = await Promise.all([membersApi.issuer(), membersApi.companyKeys()]);
  const known = new Set(keys.map(({ key }) => key));
  for (let n = 0; ; n += 1) {
    const key = toBase64url(actKey(seed, companyKeyContext(instance, company, n)).publicKey);
    if (!known.has(key)) return key;
  }
}
