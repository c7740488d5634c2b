/** Limits of access tokens. */
export const tokenLimits = {
  tokenNameMax: 60,
  /** Of one account. */
  tokensMost: 20,
  tokenDaysMost: 366,
} as const;
