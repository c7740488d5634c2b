import { findHints } from './find-hints.ts';
import { interrupts } from './judge.ts';
import { type Kind, kinds } from './types.ts';

/** A marked sentence of the fixtures: `{kind|words}`; `{role+only|words}` may be told as either or both. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly {
    readonly kinds: readonly Kind[];
    readonly start: number;
    readonly end: number;
  }[];
}

const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);

/** Reads one line of a fixture. Throws for a kind that there is not. */
export function readMarked(line: string): Marked {
  const marks: Marked['marks'][number][] = [];
  let text = '';
  let last = 0;
  for (const match of line.matchAll(/\{([\w+]+)\|([^}]*)\}/g)) {
    const [whole, names = '', words = ''] = match;
    text += line.slice(last, match.index);
    const found = names.split('+').map((name) => {
      if (!isKind(name)) throw new Error(`no kind "${name}" in "${line}"`);
      return name;
    });
    marks.push({ kinds: found, start: text.length, end: text.length + words.length });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + line.slice(last), marks };
}

export interface Score {
  hits: number;
  missed: number;
  wrong: number;
}
export interface Measured {
  readonly byKind: ReadonlyMap<Kind, Score>;
  readonly total: Score;
  readonly ordinary: number;
  readonly interrupted: number;
  /** Sentences with a mistake, for whoever tunes. */
  readonly mistakes: readonly string[];
}

export const recallOf = ({ hits, missed }: Score): number => hits / (hits + missed || 1);
export const precisionOf = ({ hits, wrong }: Score): number => hits / (hits + wrong || 1);

/** A mark is hit where a hint of its kind touches it; a hint that touches no mark of its kind is wrong. */
export function measure(lines: readonly Marked[]): Measured {
  const byKind = new Map<Kind, Score>(kinds.map((kind) => [kind, { hits: 0, missed: 0, wrong: 0 }]));
  const total = { hits: 0, missed: 0, wrong: 0 };
  const count = (kind: Kind, what: keyof Score) => {
    const score = byKind.get(kind);
    if (score) score[what]++;
    total[what]++;
  };
  const mistakes: string[] = [];
  let ordinary = 0;
  let interrupted = 0;
  for (const { text, marks } of lines) {
    const hints = findHints(text);
    const touches = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    for (const mark of marks) {
      const kind = mark.kinds.find((k) => hints.some((hint) => hint.kind === k && touches(hint, mark)));
      count(kind ?? mark.kinds[0] ?? 'name', kind ? 'hits' : 'missed');
      if (!kind)
        mistakes.push(`missed ${mark.kinds.join('+')} “${text.slice(mark.start, mark.end)}” in ${text}`);
    }
    for (const hint of hints) {
      if (marks.some((mark) => mark.kinds.includes(hint.kind) && touches(hint, mark))) continue;
      count(hint.kind, 'wrong');
      mistakes.push(`wrong ${hint.kind} “${hint.words}” in ${text}`);
    }
    if (marks.length === 0) {
      ordinary++;
      if (interrupts(hints)) interrupted++;
    }
  }
  return { byKind, total, ordinary, interrupted, mistakes };
}
