import { z } from 'zod';
import { LookKind } from '../kinds.ts';
import type { Decision } from './sentences.ts';

/** Numbers that look random and are the same each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(all: readonly T[], roll: () => number): T | undefined =>
  all[Math.floor(roll() * all.length)];

/** Words stand where their name does: `{name}`, or within an alternative as a word of its own or the name alone. */
function fill(template: string, lists: ReadonlyMap<string, readonly string[]>, roll: () => number): string {
  const chosen = template.replace(/\{([^}]*)\}/g, (_all, inner: string) => {
    const list = lists.get(inner);
    return (list ? pick(list, roll) : pick(inner.split('|'), roll)) ?? '';
  });
  // An alternative may name a list: "a slur", "摸了body".
  const words = chosen.replace(/[a-z]+/g, (word) => {
    const list = lists.get(word);
    return list ? (pick(list, roll) ?? word) : word;
  });
  return words.replace(/\s+/g, ' ').trim();
}

const every = 90;

/** Sentences from templates: as many of each, in a fixed order, the same each time. Throws for an unknown kind. */
export function generate(lines: readonly string[], seed: number): Decision[] {
  const lists = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, name, words] = /^@([a-z]+) = (.*)$/.exec(line) ?? [];
    if (name && words) lists.set(name, words.split('|'));
  }
  const roll = dice(seed);
  return lines
    .filter((line) => !line.startsWith('@'))
    .flatMap((line) => {
      const [kinds = '', ...rest] = line.split(' | ');
      const named = kinds === '-' ? [] : z.array(LookKind).parse(kinds.split(','));
      const texts = new Set(Array.from({ length: every }, () => fill(rest.join(' | '), lists, roll)));
      return [...texts].map((text) => ({ text, kinds: named }));
    });
}
