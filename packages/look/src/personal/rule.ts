/**
 * What gives something away, and where it does not. Every pattern bounds its repetitions, so that the work for each
 * character of a text is bounded too (bounds.ts reads the patterns and tests hold them to it).
 *
 * `find` matches the words; where it has a group `h`, the hint is that group alone. `near` has to match, `not` must
 * not match, in the clause around the words. `before` and `after` have to match, `notBefore` and `notAfter` must not,
 * in the text that ends or begins at the words (at most `reach` characters).
 */
export interface Rule<Kind extends string = string> {
  readonly kind: Kind;
  /** Told beside the kind where it matters which pattern it was. */
  readonly name?: string;
  readonly find: RegExp;
  readonly near?: RegExp;
  readonly not?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly notBefore?: RegExp;
  readonly notAfter?: RegExp;
  /** A last look at the matched words themselves. */
  readonly keep?: (words: string) => boolean;
}

/** How far before and after the words a rule looks, in characters. */
export const reach = 32;

/** Chinese characters as one range: the property has many, and every pattern would carry them all. */
const han = '\\u3400-\\u9fff';

/** A pattern over several lines and with named parts: spaces at the ends of lines are not part of it. */
export const rx =
  (flags = 'giu') =>
  (strings: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
    new RegExp(
      String.raw(strings, ...parts)
        .replace(/\s*\n\s*/g, '')
        .replaceAll('\\p{Script=Han}', han),
      `${flags}d`,
    );

/** Alternatives from a list of words. */
export const any = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

/** Where a clause ends: a comma of either language, a line's end, a full stop that is not part of a number. */
const stop = /[,;!?。、\n]|\.(?=\s|$)/u;

/** The clause around the characters from `start` to `end`, at most `reach` characters to either side. */
export function clauseOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - reach), start).split(stop);
  const after = text.slice(end, end + reach).split(stop);
  return `${before.at(-1) ?? ''}${text.slice(start, end)}${after[0] ?? ''}`;
}

/** Whether the words at `start` to `end` are what the rule means. */
export function holds(rule: Rule, text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  if (rule.before && !rule.before.test(before)) return false;
  if (rule.after && !rule.after.test(after)) return false;
  if (rule.notBefore?.test(before)) return false;
  if (rule.notAfter?.test(after)) return false;
  if (rule.near || rule.not) {
    const clause = clauseOf(text, start, end);
    if (rule.near && !rule.near.test(clause)) return false;
    if (rule.not?.test(clause)) return false;
  }
  return rule.keep?.(words) ?? true;
}
