import { isWellFormed } from './bytes.ts';
import { ProtocolError } from './errors.ts';
import { protocolLimits } from './limits.ts';

/** C0 and C1 controls but line feed and tab, and what reorders text on the screen (bidi embeddings, overrides, isolates). */
const REFUSED = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
/** Characters that leave no mark: a text of nothing else is empty. */
const INVISIBLE = /[\p{White_Space}\p{Cf}\p{Variation_Selector}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/** A text as the builders write it: NFC, line ends as line feeds. */
export function normaliseText(text: string): string {
  return isWellFormed(text) ? text.replace(/\r\n?/g, '\n').normalize('NFC') : text;
}

/** Returns when a post's text may be said; throws `text-invalid`. Counts in Unicode code points. */
export function checkText(text: unknown): asserts text is string {
  check('text-invalid', text, protocolLimits.textCharacters, (plain) => plain.replace(/[\n\t]/g, ''));
}

/** Returns when a thread's title may be given; throws `title-invalid`. One line. */
export function checkTitle(title: unknown): asserts title is string {
  check('title-invalid', title, protocolLimits.titleCharacters, (plain) => plain);
}

/** Returns when a short text of one line may be said; throws `code`. */
export function checkLine(code: 'body-invalid', text: unknown, limit: number): void {
  check(code, text, limit, (plain) => plain);
}

function check(
  code: 'text-invalid' | 'title-invalid' | 'body-invalid',
  text: unknown,
  limit: number,
  withoutLayout: (text: string) => string,
): void {
  if (typeof text !== 'string' || !isWellFormed(text)) throw new ProtocolError(code, 'not a Unicode text');
  if (text.length > 2 * limit || [...text].length > limit) {
    throw new ProtocolError(code, `longer than ${limit} characters`);
  }
  if (text.replace(INVISIBLE, '') === '') throw new ProtocolError(code, 'empty');
  if (REFUSED.test(withoutLayout(text)))
    throw new ProtocolError(code, 'a control or direction-changing character');
}
