/** A text as it is compared, and where each of its UTF-16 units came from in the text as it was written. */
export interface Folded {
  readonly text: string;
  /** Where each unit came from, and at the end how long the text was. Several can come from one: `㈱` is three. */
  readonly from: readonly number[];
}

/** Leaves no mark of its own: accents, joiners, soft hyphens, variation selectors. A word may not hide behind them. */
const silent = /[\p{M}\p{Cf}\u115F\u1160\u3164\uFFA0]/u;
const latin = /\p{Script=Latin}/u;

/** One code point in the form in which it is compared: NFKC, lower case, Latin letters without accents. */
function foldPoint(point: string): string {
  const code = point.codePointAt(0)!;
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : point;
  if (code >= 0x4e00 && code <= 0x9fff) return point;
  const plain = point.normalize('NFKC').toLowerCase();
  const bare = latin.test(plain) ? plain.normalize('NFD') : plain;
  return [...bare].filter((one) => !silent.test(one)).join('');
}

/** Folds point by point, so that whatever is found in it can be shown in the text as it was written. */
export function fold(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const point of text) {
    const units = foldPoint(point);
    for (let i = 0; i < units.length; i += 1) from.push(at);
    folded += units;
    at += point.length;
  }
  from.push(text.length);
  return { text: folded, from };
}
