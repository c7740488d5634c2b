import type { ThreadView } from '@teahouse/contract/talk';
import { useEffect } from 'react';
import { useHolder } from '../../holder/use-holder.ts';

/** What stands on the page of a thread need not be told again by the inbox. */
export function useSaw({ thread, posts }: ThreadView): void {
  const client = useHolder();
  useEffect(() => {
    void client?.inbox.saw(thread.id, posts);
  }, [client, thread.id, posts]);
}
