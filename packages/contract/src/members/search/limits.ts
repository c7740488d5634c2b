/** Limits of search in the named half. */
export const searchLimits = {
  /** Characters of a question. */
  questionMax: 80,
  /** Found things of a page. */
  searchPage: 20,
  /** Values that a facet lists, the most frequent first. */
  facetValues: 12,
  /** What is found is counted up to this. */
  facetCounted: 1000,
} as const;
