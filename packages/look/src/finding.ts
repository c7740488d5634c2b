import type { LookKind, LookVerdict } from './kinds.ts';
import { lookLimits } from './limits.ts';
import type { Plain } from './personal/plain.ts';
import { holds, type Rule } from './personal/rule.ts';
import type { Reading } from './read.ts';

/** A rule of the first look: what it finds, under which name, and what follows. */
export interface LookRule extends Rule<LookKind> {
  readonly name: string;
  readonly verdict: Exclude<LookVerdict, 'pass'>;
}

/** Something found, with offsets of the text as typed. */
export interface Finding {
  readonly kind: LookKind;
  readonly rule: string;
  readonly verdict: Exclude<LookVerdict, 'pass'>;
  readonly start: number;
  readonly end: number;
}

/** So many matches of one rule are enough for a verdict. */
const most = 8;
/** So many places are tried before a rule gives a text up: what it guards against is text made to be tried. */
const tries = 400;

/** Where a rule's pattern stands in a text, and the conditions around it hold. */
export function* matches(rule: Rule, text: string): Generator<readonly [start: number, end: number]> {
  const { find } = rule;
  let found = 0;
  // `matchAll` copies the pattern for each text, which costs more than most texts do: the place is kept here instead.
  let at = 0;
  for (let tried = 0; tried < tries; tried++) {
    find.lastIndex = at;
    const match = find.exec(text);
    if (!match) return;
    at = Math.max(find.lastIndex, at + 1);
    const span = match.indices?.groups?.h ?? match.indices?.groups?.g ?? match.indices?.[0];
    if (!span) continue;
    const [start, end] = span;
    if (end <= start || !holds(rule, text, start, end)) continue;
    yield [start, end];
    if (++found >= most) return;
  }
}

/** Offsets of a reading as offsets of what was typed. */
export function typedSpan({ at, text }: Plain, start: number, end: number): { start: number; end: number } {
  const from = at[start] ?? 0;
  const last = at[Math.min(end, text.length)] ?? 0;
  return { start: from, end: Math.max(last, from) };
}

/** Words before a quotation that say it is told, not said: the author is not the one who spoke. */
const told =
  /(?:说|骂|喊|吼|威胁|恐吓|回|发|叫|写|称|道|论调|话|听到|所谓|网传|用|用了|口号|评语|原话)[^“”「『"\n]{0,8}$|\b(?:said|says|told|tells|called|calls|calling|call|yell(?:ed|s)?|scream(?:ed|s)?|shout(?:ed|s)?|wrote|texted|word|phrase|like|heard|saying|emailed|threat\w{0,6}|the|of|with)\b[^"“\n]{0,12}$/u;
const judged =
  /歧视|偏见|霸凌|骚扰|报警|仲裁|录音|举报|投诉|伤人|没品|过分|论调|这种词|这个词|这种称呼|算不算|怎么办|什么时候能停|是谎|\b(?:not\s(?:ok|okay|acceptable)|harass\w{0,5}|report\w{0,3}|police|hr\b|lie|slur|bully\w{0,3}|stop|crap|should\si|what\sdo\si|is\sthis|legal)\b/u;

/** How a match lies to quotation marks: outside, inside, or inside of words that are told or judged. */
export function quoting({ quoted, tight }: Reading, start: number): 'own' | 'quoted' | 'told' {
  const range = quoted.find(([from, to]) => from <= start && start < to);
  if (!range) return 'own';
  const [from, to] = range;
  const before = tight.text.slice(Math.max(0, from - 24), from);
  const after = tight.text.slice(to, to + 40);
  return told.test(before) || judged.test(after) || judged.test(before) ? 'told' : 'quoted';
}

/**
 * What the rules find in a text's own words. Quoted words weigh less: they are at most queued, and those that the
 * author plainly reports ("he said …") are left alone, or nobody could tell what was done to them.
 */
export function find(rules: readonly LookRule[], reading: Reading): Finding[] {
  const found: Finding[] = [];
  const places = new Map<string, number>();
  for (const rule of rules) {
    // More places of a kind change neither the verdict nor what a moderator reads.
    const same = `${rule.kind} ${rule.verdict}`;
    if (
      (places.get(same) ?? 0) >= lookLimits.places ||
      (places.get(`${rule.kind} block`) ?? 0) >= lookLimits.places
    )
      continue;
    for (const [start, end] of matches(rule, reading.tight.text)) {
      const how = quoting(reading, start);
      if (how === 'told') continue;
      if (how === 'own') places.set(same, (places.get(same) ?? 0) + 1);
      found.push({
        kind: rule.kind,
        rule: rule.name,
        verdict: how === 'quoted' ? 'queue' : rule.verdict,
        ...typedSpan(reading.tight, start, end),
      });
    }
  }
  return found;
}
