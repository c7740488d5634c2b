import type { Teahouse } from '@teahouse/client';
import { hasHolder } from '../../holder/marker.ts';
import { useObserved } from '../../holder/use-holder.ts';
import { monthOf } from './counts.ts';

/**
 * Whether this device can cast a ballot on a post of a slot: `visitor` has no key, `late` no credential of that month,
 * `outsider` none of that company (null is everyone).
 */
export type Franchise = 'can' | 'opening' | 'visitor' | 'late' | 'outsider';

const none = { subscribe: () => () => undefined, snapshot: () => undefined };

export function useFranchise(client: Teahouse | null, slot: string, company: string | null): Franchise {
  const wallet = useObserved<{ exists: boolean } | undefined>(client?.wallet ?? none);
  if (!client) return hasHolder() ? 'opening' : 'visitor';
  if (!wallet?.exists) return 'visitor';
  const ofMonth = client.wallet.ofEpoch(monthOf(slot));
  if (ofMonth.length === 0) return 'late';
  const colleague = ofMonth.some((one) => one.standing === 'current' && one.company === company);
  return company === null || colleague ? 'can' : 'outsider';
}
