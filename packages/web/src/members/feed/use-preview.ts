import { ApiError } from '@teahouse/client/errors';
import type { LinkPreview } from '@teahouse/contract/members';
import { useEffect, useState } from 'react';
import { membersApi } from '../api.ts';
import { firstAddress } from './post-text.tsx';

/** Milliseconds without a letter before the house looks at an address. */
const pause = 700;

/** The preview of the first address in a text, fetched by the house; `dropped` is one the author does not want. */
export function usePreview(text: string): {
  link: LinkPreview | undefined;
  drop: () => void;
} {
  const address = firstAddress(text);
  const [link, setLink] = useState<LinkPreview>();
  const [dropped, setDropped] = useState<string>();
  useEffect(() => {
    setLink(undefined);
    if (address === undefined || address === dropped) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      membersApi.previewLink({ body: { url: address } }, { signal: abort.signal }).then(setLink, (error) => {
        // An address that the house does not open stays words.
        if (error instanceof ApiError) setDropped(address);
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, dropped]);
  return { link, drop: () => setDropped(address) };
}
