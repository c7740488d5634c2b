import type { WalletSnapshot } from '@teahouse/client';

/** Companies for which the wallet holds a credential of somebody who works there. */
export function companiesOf({ credentials }: Pick<WalletSnapshot, 'credentials'>): string[] {
  const newest = credentials
    .map(({ epoch }) => epoch)
    .sort()
    .at(-1);
  return credentials
    .filter(({ epoch, standing }) => epoch === newest && standing === 'current')
    .map(({ company }) => company);
}
