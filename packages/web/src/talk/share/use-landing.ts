import { useLayoutEffect, useRef } from 'react';

/**
 * Goes to the post that the address names as soon as it is on the page: it was not there yet when the browser looked.
 * `here` says that the posts have come.
 */
export function useLanding(here: boolean): void {
  const landed = useRef(false);
  useLayoutEffect(() => {
    if (!here || landed.current) return;
    landed.current = true;
    const { hash } = window.location;
    if (!hash.startsWith('#p-') || !document.getElementById(hash.slice(1))) return;
    // The browser's own way, so that the post is also marked as the one that is meant (`:target`).
    window.location.replace(hash);
  }, [here]);
}
