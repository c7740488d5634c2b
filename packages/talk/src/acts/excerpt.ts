const length = 140;

/** The beginning of a text on one line, in code points, as lists show it. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, 4 * length)
    .replace(/\s+/g, ' ')
    .trim();
  const points = [...line];
  return points.length <= length ? line : `${points.slice(0, length).join('').trimEnd()}…`;
}
