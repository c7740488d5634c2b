import { useQueryClient } from '@tanstack/react-query';
import type { OwnProfile } from '@teahouse/contract/members';
import { ownQuery, useRefresh } from '../../network/queries.ts';

/** Puts what an edit answered in the place of what was known, and has the page as others see it asked for anew. */
export function useOwnChanged(): (own: OwnProfile) => void {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return (own) => {
    queries.setQueryData(ownQuery.queryKey, own);
    void refresh();
  };
}
