const day = 86_400_000;

/** Days since a day such as `2026-11-22`, as UTC counts them; talk knows nothing finer of a case. */
export const daysSince = (from: string, now = Date.now()): number =>
  Math.max(0, Math.floor(now / day) - Math.floor(Date.parse(`${from}T00:00:00Z`) / day));
