/** Combining marks that one character keeps: enough for every language, too few to climb over other lines. */
const marksKept = 2;
/** Input is cut to this many UTF-16 units a character that is wanted, before anything looks at it. */
const unitsPerCharacter = 8;

/** Controls, unassigned and private characters, what reorders or joins without a mark of its own, broken surrogates. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;
/** Pictures of their own colours: no font of ours has them, and none is ever fetched. */
const emoji = /[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u20E3/gu;
const towers = new RegExp(`(\\p{M}{${marksKept}})\\p{M}+`, 'gu');

/**
 * Words on one line as they can be drawn: at most `length` code points, without emoji, towers of marks and characters
 * that are not seen. Takes any string whatsoever; its cost is bounded by `length`.
 */
export function plainWords(text: string, length: number): string {
  const line = text
    .slice(0, length * unitsPerCharacter)
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .replace(emoji, '')
    .normalize('NFC')
    .replace(towers, '$1')
    .replace(/^\p{M}+/u, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const points = [...line];
  return points.length <= length ? line : `${points.slice(0, length).join('').trimEnd()}…`;
}
