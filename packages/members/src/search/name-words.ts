import { fold } from '@teahouse/kit/words/fold';
import { runsOf } from '@teahouse/kit/words/words';
import { pinyin } from 'pinyin-pro';
import { likenesses } from './likeness.ts';

/*
 * What a name is found by. Lexemes: `=` the whole of it or of its sound, `n.` a word (of characters: one, or two that stand together),
 * `p.` its sound without tones (a syllable, all of them, the given name first or alone, the initials), `d.` what is left of a word
 * with a letter taken out, by which a misspelt one meets it.
 */

/** Folded and without anything between its words. */
export const wholeName = (name: string): string => fold(name).text.replace(/[^\p{L}\p{N}]/gu, '');

/** The syllables of each character, in its reading as a surname at the front and as a word; `ü` as it is typed. */
function readings(characters: string): string[][] {
  const spell = (surname: 'head' | 'off') =>
    pinyin(characters, { toneType: 'none', type: 'array', nonZh: 'removed', surname });
  const all = [spell('head'), spell('off')].flatMap((syllables) =>
    ['v', 'u'].map((typed) => syllables.map((one) => one.replaceAll('ü', typed))),
  );
  return [...new Map(all.filter((one) => one.length > 0).map((one) => [one.join(' '), one])).values()];
}

/** How characters sound, whole: `zhangwei`. */
export const soundsOf = (characters: string): string[] => readings(characters).map((one) => one.join(''));

function soundLexemes(characters: string): string[] {
  return readings(characters).flatMap((syllables) => {
    const [first = '', ...given] = syllables;
    const whole = syllables.join('');
    const turned = [...given, first].join('');
    const initials = syllables.map((one) => one[0]).join('');
    const sounds = [...syllables, whole, turned, given.join(''), ...(syllables.length > 1 ? [initials] : [])];
    return [
      ...[whole, turned].map((sound) => `=${sound}`),
      ...sounds.filter((sound) => sound !== '').map((sound) => `p.${sound}`),
      ...likenesses(whole).map((like) => `d.${like}`),
    ];
  });
}

const pairs = (points: readonly string[]) => points.slice(1).map((point, i) => points[i]! + point);

/** All lexemes of a name. */
export function nameLexemes(name: string): string[] {
  const runs = runsOf(name);
  const latin = runs.filter(({ cjk }) => !cjk).map(({ text }) => text.replace(/['\u2019]/g, ''));
  const joined = latin.length > 1 ? [latin.join(''), [...latin].reverse().join('')] : [];
  const characters = runs.filter(({ cjk }) => cjk).map(({ text }) => text);
  const words = [
    ...[...latin, ...joined, ...characters.flatMap((run) => [...run, ...pairs([...run])])].map(
      (word) => `n.${word}`,
    ),
    ...joined.map((whole) => `=${whole}`),
    ...characters.flatMap(soundLexemes),
    ...[...latin, ...joined].flatMap(likenesses).map((like) => `d.${like}`),
  ];
  return [...new Set([`=${wholeName(name)}`, ...words])];
}
