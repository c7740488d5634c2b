/*
 * Misspellings without a comparison with every name (Garbe's symmetric deletion): two words that are one letter apart, be it
 * a letter too many, too few, another one or two that changed places, share what is left when one letter is taken out.
 */

/** Of shorter words nearly every one is like every other; of longer ones no more is looked at. */
const shortest = 4;
const longest = 24;

/** The word and what is left of it with each of its letters taken out; nothing of one that is too short to be misspelt. */
export function likenesses(word: string): string[] {
  const letters = [...word].slice(0, longest);
  if (letters.length < shortest || !/^[\p{Script=Latin}\p{N}]+$/u.test(word)) return [];
  const shorter = letters.map((_, i) => letters.filter((_letter, at) => at !== i).join(''));
  return [...new Set([letters.join(''), ...shorter])];
}
