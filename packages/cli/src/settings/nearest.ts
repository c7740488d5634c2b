/** Letters that may be wrong in a name that is still recognised. */
const MOST_WRONG = 4;

/** How many letters must be changed, added or left out between two words (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (letter === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known name that was most likely meant; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, off: distance(name, candidate) }))
    .sort((one, other) => one.off - other.off);
  return best && best.off <= MOST_WRONG ? best.candidate : undefined;
}

/** What to say of a variable that nobody knows. */
export function unknownSetting(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `${name} is no setting${meant ? `: did you mean ${meant}?` : ' (teahouse config lists them)'}`;
}
