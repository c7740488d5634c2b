import type { ThreadSort } from '@teahouse/contract/talk';

const sorts: readonly ThreadSort[] = ['hot', 'new', 'active', 'day', 'week'];

/** What of the address says how a list is sorted. */
export interface SortSearch {
  readonly sort?: ThreadSort;
}
/** On the square also whose threads: those of the rooms that are followed here, or of all. */
export interface SquareSearch extends SortSearch {
  readonly of?: 'followed';
}

/** From an address; what is none is left out. */
export const sortSearch = ({ sort }: Record<string, unknown>): SortSearch =>
  sorts.includes(sort as ThreadSort) ? { sort: sort as ThreadSort } : {};
export const squareSearch = (search: Record<string, unknown>): SquareSearch => ({
  ...sortSearch(search),
  ...(search.of === 'followed' && { of: 'followed' }),
});
