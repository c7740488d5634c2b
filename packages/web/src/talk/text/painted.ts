/** Marks on one letter; no living script needs more, and a tower of them is painted over its neighbours. */
const piled = /(\p{Mn}{4})\p{Mn}+/gu;
/**
 * What leaves no mark and joins nothing: zero-width spaces, soft hyphens, invisible operators, tag letters outside of a
 * flag. They serve to hide words from a search, to imitate names and to trace copies.
 */
const unseen =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,8}\u{E007F})|[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
/** Joiners and direction marks shape Persian, Hindi, Arabic and emoji: one of them does, a run hides something. */
const joiners = /([\u200C-\u200F\u061C])[\u200C-\u200F\u061C]+/g;

/** Words as they are painted: without what can't be seen, and without towers of marks. The signed text is untouched. */
export const painted = (text: string): string =>
  text.replace(unseen, '$1').replace(joiners, '$1').replace(piled, '$1');
