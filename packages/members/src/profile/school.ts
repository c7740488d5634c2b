/** The name of a school as it is compared: width, case, spaces and punctuation tell no two schools apart. */
export const foldSchool = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/** Each school once, in the spelling that comes first; those of which nothing is left to compare are left out. */
export function schoolsOf(names: readonly string[]): { school: string; name: string }[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const school = foldSchool(name);
    if (school !== '' && !found.has(school)) found.set(school, name);
  }
  return [...found].map(([school, name]) => ({ school, name }));
}
