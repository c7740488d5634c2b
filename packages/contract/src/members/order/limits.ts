/** Limits of order in the named half. */
export const orderLimits = {
  /** Characters of a report, a note, a decision and an appeal. */
  reportWords: 500,
  noteWords: 2000,
  decisionWords: 1000,
  appealWords: 2000,
  /** Days of a suspension that has an end. */
  suspensionDays: 365,
  /** Days in which a decision can be appealed against. */
  appealDays: 180,
  /** Rows of a page of cases, appeals, decisions. */
  housePage: 20,
} as const;
