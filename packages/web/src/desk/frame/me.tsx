import type { Staff } from '@teahouse/contract/desk';
import { createContext, useContext } from 'react';

export const MeContext = createContext<Staff | null>(null);

/** Who sits at the desk; only below `DeskLayout`, which lets nobody else in. */
export function useMe(): Staff {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody sits at the desk');
  return me;
}
