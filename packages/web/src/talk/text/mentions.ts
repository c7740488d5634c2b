import type { PresentedAlias } from '@teahouse/client/talk/present';
import type { Block, Inline } from './tree.ts';
import { wordsOf } from './words-of.ts';

/** Protocol's limit of `body.mentions`. */
const mostMentions = 10;

/** Every name in a thread, in both languages, with the pseudonym behind it. */
export interface Names {
  readonly of: ReadonlyMap<string, string>;
  /** Lengths that names have, longest first. */
  readonly lengths: readonly number[];
}

/** The name of an alias in one language, numbered as on the screen. */
export const nameIn = ({ zh, en, numeral }: PresentedAlias, lang: 'zh' | 'en'): string => {
  const name = lang === 'zh' ? zh : en;
  return numeral === null ? name : `${name} ${numeral}`;
};

/** The names of a thread's aliases. Where two would be the same, the first who spoke has it. */
export function namesOf(presented: ReadonlyMap<string, PresentedAlias>): Names {
  const of = new Map<string, string>();
  for (const [pseudonym, alias] of presented) {
    for (const lang of ['zh', 'en'] as const) {
      const name = nameIn(alias, lang);
      if (!of.has(name)) of.set(name, pseudonym);
    }
  }
  const lengths = [...new Set([...of.keys()].map((name) => name.length))].sort((a, b) => b - a);
  return { of, lengths };
}

const letter = /[a-z0-9]/i;

/** Whether a Latin name ends within a word: `Jade Guest` is not called by `Jade Guests`. Chinese runs on without a space. */
const endsWithin = (text: string, end: number): boolean =>
  letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end));

/** The name that begins at `from`, the longest that the thread has: `Jade Guest 2` before `Jade Guest`. */
function nameAt(text: string, from: number, { of, lengths }: Names): string | null {
  for (const length of lengths) {
    const name = text.slice(from, from + length);
    if (name.length === length && of.has(name) && !endsWithin(text, from + length)) return name;
  }
  return null;
}

/** A stretch of text: words, or the `@name` of an alias. */
export type Stretch = { readonly text: string; readonly pseudonym: string | null };

/** Cuts a text at the names in it. An `@` behind a Latin letter is part of a mail address. */
export function cutAtNames(text: string, names: Names): Stretch[] {
  const cut: Stretch[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = letter.test(text.charAt(at - 1)) ? null : nameAt(text, at + 1, names);
    if (name === null) continue;
    if (at > from) cut.push({ text: text.slice(from, at), pseudonym: null });
    from = at + 1 + name.length;
    cut.push({ text: text.slice(at, from), pseudonym: names.of.get(name) ?? null });
  }
  if (from < text.length) cut.push({ text: text.slice(from), pseudonym: null });
  return cut;
}

/** Texts in which a name calls somebody: not in what is quoted, nor in code or an address. */
function callingTexts(nodes: readonly (Block | Inline)[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.kind) {
      case 'text':
      case 'plain':
        return [node.text];
      case 'paragraph':
      case 'strong':
      case 'emphasis':
      case 'struck':
        return callingTexts(node.children);
      case 'list':
        return node.items.flatMap(callingTexts);
      default:
        return [];
    }
  });
}

/**
 * The pseudonyms (base64url) whose names a text calls with `@`, in their order, each once, at most ten. `aliases` are
 * those of the thread, as `presentAliases` gives them.
 */
export function mentionsIn(text: string, aliases: ReadonlyMap<string, PresentedAlias>): string[] {
  if (!text.includes('@')) return [];
  const names = namesOf(aliases);
  const called = callingTexts(wordsOf(text))
    .flatMap((words) => cutAtNames(words, names))
    .flatMap(({ pseudonym }) => (pseudonym === null ? [] : [pseudonym]));
  return [...new Set(called)].slice(0, mostMentions);
}
