import { useSyncExternalStore } from 'react';
import { createKept, textsIn } from './kept.ts';

export const mostSearches = 8;

const searches = createKept('searches', (value) => textsIn(value).slice(0, mostSearches));

/** What was searched for on this device, the latest first. */
export const useSearches = (): readonly string[] => useSyncExternalStore(searches.subscribe, searches.get);

export function rememberSearch(q: string): void {
  const words = q.trim();
  if (words === '' || searches.get()[0] === words) return;
  searches.change((before) => [words, ...before.filter((one) => one !== words)].slice(0, mostSearches));
}

export const clearSearches = (): void => searches.change(() => []);
