import { fold } from '@teahouse/kit/words/fold';
import { exactQuery, quote, type Term, termsOf } from '@teahouse/kit/words/query';
import { runsOf } from '@teahouse/kit/words/words';
import { likenesses } from './likeness.ts';
import { soundsOf, wholeName } from './name-words.ts';

/** What people and companies are narrowed by, as lexemes. */
export const companyMark = (company: string): string => `~c.${company}`;
export const industryMark = (industry: string): string => `~i.${industry}`;
export const cityMark = (city: string): string => `~t.${foldCity(city)}`;
/** A part of a sixteenth of all members, by chance: an account's id is random. */
export const partMark = (account: string): string => `~b.${account[0] ?? ''}`;

export const foldCity = (city: string): string => fold(city).text.replace(/\s+/g, ' ').trim();

/** Several `tsquery`, weaker from one to the next. Empty where the question has no word. */
export interface NameQuestion {
  /** The whole name, or its whole sound. */
  readonly whole: string;
  /** Every word is in the name, or is how a part of it sounds. */
  readonly part: string;
  /** Every word is in the name or in what else is said. */
  readonly page: string;
  /** Every word is like one of the name: misspelt, begun, or another that sounds the same. */
  readonly likeness: string;
}

const any = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`);

/** A lexeme, or of a longer word all that begin with it. */
const begun = (lexeme: string, word: string) => (word.length >= 3 ? `${lexeme}:*` : lexeme);

/** A word of the question with what it may be of a name. */
interface Asked {
  readonly name: string;
  readonly likeness: string;
  /** In what else is said; nothing of one character, with which far too much begins. */
  readonly text: string | undefined;
}

/** What was asked of names; each blank begins a new word, as nobody's name is cut by a dictionary. */
function askedOf(chunk: string): Asked[] {
  return runsOf(chunk).map(({ text, cjk }) => {
    if (cjk) return askedCharacters(text);
    const word = text.replace(/['\u2019]/g, '');
    const exact = [`n.${word}`, `p.${word}`].map(quote);
    const like = likenesses(word).map((one) => quote(`d.${one}`));
    return {
      name: any(exact),
      likeness: any([...exact.map((one) => begun(one, word)), ...like]),
      text: textOf(text),
    };
  });
}

function askedCharacters(text: string): Asked {
  const points = [...text];
  const pairs = points.slice(1).map((point, i) => points[i]! + point);
  const name = (pairs.length > 0 ? pairs : points).map((word) => quote(`n.${word}`)).join(' & ');
  const sounds = soundsOf(text).map((sound) => begun(quote(`p.${sound}`), sound));
  return {
    name: pairs.length > 1 ? `(${name})` : name,
    likeness: any([pairs.length > 1 ? `(${name})` : name, ...sounds]),
    text: points.length > 1 ? textOf(text) : undefined,
  };
}

function textOf(word: string): string | undefined {
  const terms: Term[] = termsOf(word);
  return terms.length === 0 ? undefined : `(${exactQuery(terms)})`;
}

/** What a question asks for. */
export function nameQuestion(question: string): NameQuestion | undefined {
  const asked = question.split(/[\s\u3000]+/).flatMap(askedOf);
  if (asked.length === 0) return undefined;
  return {
    whole: quote(`=${wholeName(question)}`),
    part: asked.map(({ name }) => name).join(' & '),
    page: asked.map(({ name, text }) => any(text === undefined ? [name] : [name, text])).join(' & '),
    likeness: asked.map(({ likeness }) => likeness).join(' & '),
  };
}
