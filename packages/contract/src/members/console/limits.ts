/** Limits of the operator's console. */
export const consoleLimits = {
  /** Characters of the reason that stands beside what was changed. */
  consoleReason: 1000,
  /** Rows of a page of companies, and of the console's log. */
  consolePage: 30,
  consoleLogPage: 50,
  /** Tables that are shown with their size. */
  consoleTables: 12,
} as const;
