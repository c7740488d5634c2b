import { Converter } from 'opencc-js/t2cn';
import { type Plain, plainOf } from './personal/plain.ts';

/** A text as the rules read it, twice; offsets of both lead back to the text as typed. */
export interface Reading {
  readonly typed: string;
  /** Folded and simplified, otherwise as written: for numbers and names. */
  readonly plain: Plain;
  /** Besides: lower case, letters behind figures and look-alikes, nothing between the letters of a word, no tripled letters. */
  readonly tight: Plain;
  /** Ranges of `tight` that are in quotation marks or quoted lines. */
  readonly quoted: readonly (readonly [start: number, end: number])[];
}

const convert = Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;
const known = new Map<string, string | undefined>();
/** Characters that a process has met: some ten thousand at most, since there are no more. */
function simplified(character: string): string | undefined {
  if (character < '\u3400' || !han.test(character)) return undefined;
  if (!known.has(character)) {
    const form = convert(character);
    known.set(character, form === character ? undefined : form);
  }
  return known.get(character);
}

const lookAlike = new Map(
  [...'аеорсухѕіјԁһӏοαερτυνικ妳祢伱迩袮'].map((c, i) => [c, [...'aeopcyxsijdhloaeptuvik你你你你你'][i] ?? c]),
);
const leet = new Map([...'0134578@$!|'].map((c, i) => [c, [...'oieastbasil'][i] ?? c]));

/** A token in which figures stand for letters: more letters than figures, none of it a sum or an address. */
function unleeted(token: string): string {
  const letters = token.match(/[a-z]/g)?.length ?? 0;
  if (letters < 2 || letters < token.length / 2) return token;
  return token.replace(
    /(?<=[a-z@$])[!|](?=[a-z])|(?<=[a-z@$])[0134578@$]|[0134578@$](?=[a-z@$])/g,
    (c) => leet.get(c) ?? c,
  );
}

const spacedLatin = /(?<![a-z\d])[a-z](?:[ .\-_*·/]{1,2}[a-z](?![a-z\d])){2,24}/gu;
const spacedHan =
  /(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ .\-_·/|~]{1,3}[\u3400-\u9fff](?![\u3400-\u9fff])){2,40}/gu;
const noise = /(?<=[\u3400-\u9fff])[._\-·|~^]{1,3}(?=[\u3400-\u9fff])/gu;
const repeated = /([a-z\u3400-\u9fff])\1{2,}/gu;
/** What is taken out of a word, as ranges of its text. */
function dropped(text: string): Uint8Array {
  const drop = new Uint8Array(text.length);
  const separators = (from: number, words: string): void => {
    for (let i = 0; i < words.length; i++) if (/[ .\-_*·/|~]/.test(words[i] ?? '')) drop[from + i] = 1;
  };
  for (const match of text.matchAll(spacedLatin)) separators(match.index, match[0]);
  for (const match of text.matchAll(spacedHan)) separators(match.index, match[0]);
  for (const match of text.matchAll(noise)) drop.fill(1, match.index, match.index + match[0].length);
  for (const match of text.matchAll(repeated)) drop.fill(1, match.index + 1, match.index + match[0].length);
  return drop;
}

function tightOf({ text, at }: Plain): Plain {
  let lower = '';
  for (let i = 0; i < text.length; i++) {
    const typed = text[i] ?? '';
    // One unit stays one unit (İ would become two), so that offsets stay what they are.
    const small =
      typed < '\u0080' || typed > '\u1fff' ? typed.toLowerCase() : (typed.toLowerCase()[0] ?? typed);
    lower += lookAlike.get(small) ?? (small.length === 1 ? small : typed);
  }
  const read = lower.replace(/[a-z\d@$!|]{2,40}/g, unleeted);
  const drop = dropped(read);
  const places: number[] = [];
  let out = '';
  for (let i = 0; i < read.length; i++) {
    if (drop[i]) continue;
    out += read[i];
    places.push(at[i] ?? 0);
  }
  places.push(at[text.length] ?? 0);
  return { text: out, at: Uint32Array.from(places) };
}

const marks =
  /“[^”\n]{1,300}”|「[^」\n]{1,300}」|『[^』\n]{1,300}』|(?<![\w"])"[^"\n]{1,300}"|(?<!\w)‘[^’\n]{2,300}’(?!\w)|^[^\S\n]{0,3}>[^\n]{1,400}/gmu;

/** Reads a text. Linear in its length; a text longer than its limit has to be cut before. */
export function readText(typed: string): Reading {
  const plain = plainOf(typed, simplified);
  const tight = tightOf(plain);
  const quoted = [...tight.text.matchAll(marks)].map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  return { typed, plain, tight, quoted };
}
