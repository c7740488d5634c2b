export const dots = 8;

/** How many of the eight dots are filled: each is a good doubling; all of them from a thousand people on. */
export const filledDots = (n: number): number =>
  n <= 1 ? 0 : Math.max(1, Math.min(dots, Math.round((Math.log10(n) / 3) * dots)));
