import type { Inline } from './tree.ts';

/** UTF-16 units; longer ones are words. */
const longest = 2000;

/**
 * The address of a link, as the browser will read it, or null for what is none: anything but `http:` and `https:`, and
 * addresses that carry a user's name, which are there to look like another host.
 */
export function addressOf(written: string): string | null {
  if (written.length > longest || !/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  return url.username === '' && url.password === '' ? url.href : null;
}

/** Where an address leads, in the letters that the network sees: `xn--…` and not a likeness of another name. */
export const hostOf = (href: string): string => new URL(href).host;

/** Whether a link's words are its address, so that nothing has to be said beside them. */
export const saysItself = (words: string, href: string): boolean =>
  [words, `https://${words}`, `http://${words}`].some((said) => addressOf(said.trim()) === href);

// Letters of an address are ASCII: in a Chinese sentence it ends where the next word begins, without a space.
const candidate = /(?<![a-z0-9])https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;
const trailing = new Set(`.,:;!?'")]*_~`);

/** The end of an address without the punctuation of the sentence behind it; a bracket opened within stays. */
function endOf(written: string): number {
  let end = written.length;
  let unclosed = 0;
  for (const c of written) unclosed += c === '(' ? 1 : c === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = written.charAt(end - 1);
    if (!trailing.has(last) || (last === ')' && unclosed >= 0)) break;
    if (last === ')') unclosed += 1;
  }
  return end;
}

/** Bare addresses in a text become links, the rest stays. */
export function withLinks(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const { 0: written, index } of text.matchAll(candidate)) {
    const words = written.slice(0, endOf(written));
    const href = addressOf(words);
    if (href === null) continue;
    if (index > from) found.push({ kind: 'text', text: text.slice(from, index) });
    found.push({ kind: 'link', href, children: [{ kind: 'text', text: words }] });
    from = index + words.length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}
