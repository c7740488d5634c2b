import type { PresentedAlias } from '@teahouse/client/talk/present';
import { nameIn } from '../../text/mentions.ts';
import type { Change } from './marks.ts';

/** UTF-16 units behind the `@`; no name is longer. */
const longest = 40;

/** A name that is being typed: where its `@` stands, and what is written behind it. */
export interface NameQuery {
  readonly at: number;
  readonly typed: string;
}

/** The name that is being typed before the caret, or null. The wide `＠` of a Chinese keyboard counts. */
export function nameQuery(text: string, caret: number): NameQuery | null {
  const before = text.slice(Math.max(0, caret - longest), caret);
  const found = /(?<![a-z0-9])[@＠]([^@＠\n]*)$/i.exec(before);
  if (!found) return null;
  return { at: caret - found[0].length, typed: found[1] ?? '' };
}

/** Somebody of the thread who can be called. */
export interface Callable {
  readonly pseudonym: string;
  readonly alias: PresentedAlias;
  readonly opener: boolean;
}

/** Who is meant by what was typed: in either language, in any case, from the beginning of one of the name's words. */
export function callableBy(typed: string, everyone: readonly Callable[]): Callable[] {
  const wanted = typed.toLowerCase();
  return everyone.filter(({ alias }) => {
    const [zh, en] = [nameIn(alias, 'zh'), nameIn(alias, 'en').toLowerCase()];
    return zh.startsWith(wanted) || en.startsWith(wanted) || (wanted !== '' && en.includes(` ${wanted}`));
  });
}

/** Puts the chosen name where it was being typed, a space behind it. */
export function nameChange({ at, typed }: NameQuery, name: string): Change {
  const insert = `@${name} `;
  return {
    from: at,
    to: at + 1 + typed.length,
    insert,
    select: [at + insert.length, at + insert.length],
  };
}
