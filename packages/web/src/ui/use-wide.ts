import { useSyncExternalStore } from 'react';

/** From this width on a page has room for something beside it: Tailwind's `lg`. */
const room = matchMedia('(min-width: 64rem)');
const subscribe = (changed: () => void) => {
  room.addEventListener('change', changed);
  return () => room.removeEventListener('change', changed);
};

/** Whether the window is wide enough for something beside the page. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => room.matches);
