import { type Plain, plainOf } from '@teahouse/look/personal';
import { rules } from './rules/index.ts';
import { holds, type Rule } from './rules/rule.ts';
import { type ExposureContext, type Hint, type Kind, kinds } from './types.ts';

/** A match in the plain text, before it is measured against the others. */
interface Match {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** Kinds whose words stand for themselves, however much else is said around or within them. */
const alone = new Set<Kind>(['quote', 'only']);
/** More than anybody reads; it also bounds the work on hostile text. */
const most = 200;
const rank = new Map(kinds.map((kind, i) => [kind, i]));
/** Numbers and addresses that are what they are, whatever longer words they lie in. */
const firm = (kind: Kind): boolean => (rank.get(kind) ?? 0) <= (rank.get('plate') ?? 0);

function matchesOf(rule: Rule, text: string): Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(rule.find)) {
    const span = match.indices?.groups?.h ?? match.indices?.groups?.g ?? match.indices?.[0];
    if (!span) continue;
    const [start, end] = span;
    if (end > start && holds(rule, text, start, end)) found.push({ kind: rule.kind, start, end });
    if (found.length >= most) break;
  }
  return found;
}

const overlap = (a: Match, b: Match): boolean => a.start < b.end && b.start < a.end;

/** Of matches that lie over each other, one stays: a firm kind before others, then the longer, then the earlier kind. */
function settle(matches: readonly Match[]): Match[] {
  const order = [...matches].sort(
    (a, b) =>
      Number(firm(b.kind)) - Number(firm(a.kind)) ||
      b.end - b.start - (a.end - a.start) ||
      (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0),
  );
  const kept: Match[] = [];
  for (const match of order) {
    const rivals = kept.filter(
      (other) => other.kind === match.kind || (!alone.has(other.kind) && !alone.has(match.kind)),
    );
    if (!rivals.some((other) => overlap(match, other))) kept.push(match);
    if (kept.length >= most) break;
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

const bare = (text: string): string => plainOf(text).text.replace(/[\s>]/g, '');

/** Lines that repeat what the thread's readers have before their eyes, blanked out: nothing in them is new. */
function withoutRepeated(plain: Plain, said: readonly string[]): string {
  if (said.length === 0 || !plain.text.includes('>')) return plain.text;
  const known = said.map(bare).join('\n');
  return plain.text.replace(/^[^\S\n]{0,3}>[^\n]*/gm, (line) => {
    const words = line.replace(/[\s>.]/g, '');
    return known.replaceAll('.', '').includes(words) ? ' '.repeat(line.length) : line;
  });
}

/** Spaces and stops at the ends of a hint are not underlined. */
function hintOf(typed: string, { at, text }: Plain, match: Match): Hint {
  let { start, end } = match;
  while (start < end && /[\s,。]/u.test(text[start] ?? '')) start++;
  while (end > start && /[\s,。]/u.test(text[end - 1] ?? '')) end--;
  const from = at[start] ?? 0;
  const to = at[end] ?? typed.length;
  return { kind: match.kind, start: from, end: to, words: typed.slice(from, to) };
}

/**
 * What in a text could tell who wrote it, in the order of the text (safety.md, self-exposure). Pure, on the device,
 * of no consequence by itself. Offsets are UTF-16 units of the text as typed. The work is bounded by the text's
 * length: no pattern repeats without a bound.
 */
export function findHints(typed: string, context: ExposureContext = {}): Hint[] {
  const plain = plainOf(typed);
  const text = withoutRepeated(plain, context.said ?? []);
  const matches = rules.flatMap((rule) => matchesOf(rule, text));
  return settle(matches)
    .map((match) => hintOf(typed, plain, match))
    .filter(({ words }) => words !== '');
}
