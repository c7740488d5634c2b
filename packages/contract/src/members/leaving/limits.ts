/** Limits of leaving. */
export const leavingLimits = {
  /** Days between asking to be deleted and being deleted. */
  leaveDays: 7,
  /** Exports of an account in an hour. */
  exportsPerHour: 10,
} as const;
