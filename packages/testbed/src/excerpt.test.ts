import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../talk/src/acts/excerpt.ts';
import { plainOf } from '../../web/src/talk/text/words-of.ts';

/** What a reader of the post sees of it, on one line, as long as an excerpt is. */
const asRead = (text: string): string => {
  const line = plainOf(text).replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length <= 140 ? line : `${points.slice(0, 140).join('').trimEnd()}…`;
};

const word = fc.constantFrom('加班', '奖金', 'bonus', 'HR', '🍵', '三月', 'no one', '别急');
/** Around words, and only around: what each of the parser's constructs for a line looks like. */
const wraps: readonly ((words: string) => string)[] = [
  (words) => `**${words}**`,
  (words) => `*${words}*`,
  (words) => `~~${words}~~`,
  (words) => `[${words}](https://x.example/a_b_c)`,
];
const leaf = fc.oneof(
  { weight: 4, arbitrary: word },
  word.map((words) => `\`${words} * a_b ~~\``),
  word.map((words) => `${words}\\*${words}\\_`),
  fc.constantFrom('<https://x.example/a*b>', 'https://x.example/c', '5 * 3', 'a_b_c', '3.5'),
);
/** Marks within marks, parted by spaces: where they touch, no two Markdowns agree. */
const inline = (depth: number): fc.Arbitrary<string> =>
  depth === 0
    ? leaf
    : fc.oneof(
        { weight: 3, arbitrary: leaf },
        fc
          .tuple(fc.constantFrom(...wraps), fc.array(inline(depth - 1), { minLength: 1, maxLength: 2 }))
          .map(([wrap, parts]) => wrap(`a ${parts.join(' ')} b`)),
      );
const line = fc.array(inline(2), { minLength: 1, maxLength: 3 }).map((parts) => `字 ${parts.join(' ')} 字`);
const block = fc.oneof(
  { weight: 3, arbitrary: line },
  line.map((words) => `> ${words}\n>\n> > ${words}`),
  line.map((words) => `- ${words}\n- ${words}\n  - ${words}`),
  line.map((words) => `3. ${words}\n4. ${words}`),
  word.map((words) => `\`\`\`\n**${words}** _a_\n\`\`\``),
  word.map((words) => `~~~\n- ${words}\n~~~`),
  fc.constantFrom('---', '***', '_ _ _'),
);

describe('an excerpt', () => {
  it('has the words that a reader of the post sees, whatever constructs of the parser stand in it', () => {
    const text = fc
      .array(block, { minLength: 1, maxLength: 4 })
      // With marks alone, the post is shown as it was written.
      .map((blocks) => ['字', ...blocks].join('\n\n'));
    fc.assert(
      fc.property(text, (text) => {
        expect(excerptOf(text)).toBe(asRead(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows the marks that the parser leaves alone', () => {
    for (const text of [
      'a ** b',
      '**not closed',
      '2 ~ 3',
      '[a](javascript:b)',
      '# 话题',
      '<b>a</b>',
      'a \\ b',
    ]) {
      expect(excerptOf(text)).toBe(asRead(text));
    }
  });
});
