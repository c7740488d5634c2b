import type { QueueSearch } from './search.ts';

/** Where in the queue somebody is: the filters, and the case opened last. In memory; gone with the tab. */
let search: QueueSearch = {};
let post: string | null = null;

export const placeInQueue = (): { readonly search: QueueSearch; readonly post: string | null } => ({
  search,
  post,
});
export function keepFilters(next: QueueSearch): void {
  search = next;
}
/** What travels with a way from the queue to a case, and is gone on a reload: the key of an action picked already. */
declare module '@tanstack/react-router' {
  interface HistoryState {
    pick?: string;
  }
}
export function keepPost(next: string): void {
  post = next;
}
