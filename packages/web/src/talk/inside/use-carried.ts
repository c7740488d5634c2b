import { roomRead } from '@teahouse/client/talk/room-fetch';
import { useEffect, useState } from 'react';
import { useInsideCompany } from './inside-company.ts';
import { withInsideKeys } from './keys.ts';

/**
 * The address under which a picture of a room can be shown. Of a public room it is the picture's own; of one for
 * colleagues, whose pictures come with the key alone, that of a copy in this page's memory, which goes with the page.
 */
export function useCarried(address: string): string | undefined {
  const closed = useInsideCompany(roomRead(address) ?? '') !== undefined;
  const [copy, setCopy] = useState<string>();
  useEffect(() => {
    if (!closed) return;
    const abort = new AbortController();
    let url: string | undefined;
    const init: RequestInit = {
      signal: abort.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    };
    withInsideKeys(fetch)(address, init)
      .then((answer) => (answer.ok ? answer.blob() : undefined))
      .then((blob) => {
        if (abort.signal.aborted) return;
        url = blob && URL.createObjectURL(blob);
        // Without one the picture's own address stands in, which says by itself that there is nothing.
        setCopy(url ?? address);
      })
      .catch(() => abort.signal.aborted || setCopy(address));
    return () => {
      abort.abort();
      if (url) URL.revokeObjectURL(url);
      setCopy(undefined);
    };
  }, [address, closed]);
  return closed ? copy : address;
}
