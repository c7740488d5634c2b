/** Limits of ways in and out of an account. */
export const securityLimits = {
  passkeyNameMax: 40,
  /** Of one account. */
  passkeysMost: 10,
  /** Characters of the code that resets a password; see `ResetCode`. */
  resetCodeLength: 10,
  resetMinutes: 60,
  /** For so long the old address can take a changed one back. */
  undoDays: 7,
} as const;
