import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Inline } from './tree.ts';
import { plainWords, sizeOf } from './tree.ts';
import { plainOf, wordsOf } from './words-of.ts';

/** A tree in short: `p(em(so))`. */
const inShort = (nodes: readonly (Block | Inline)[]): string =>
  nodes
    .map((node): string => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'list') return `${node.start ?? 'list'}(${node.items.map(inShort).join('|')})`;
      if (node.kind === 'fence') return `fence[${node.info}](${node.text})`;
      if (node.kind === 'link') return `link[${node.href}](${inShort(node.children)})`;
      if ('children' in node) {
        return `${node.kind === 'paragraph' ? 'p' : node.kind}(${inShort(node.children)})`;
      }
      return 'text' in node ? `${node.kind}(${node.text})` : node.kind;
    })
    .join(' ');
const shortOf = (text: string) => inShort(wordsOf(text));

test('empty lines part paragraphs, single line ends stay', () => {
  expect(shortOf('one\ntwo\n\n\nthree')).toBe('p(one break two) p(three)');
});
test('marks are read', () => {
  expect(shortOf('**a** *b* ~~c~~ `d`')).toBe('p(strong(a)   emphasis(b)   struck(c)   code(d))');
  expect(shortOf('- a\n- b')).toBe('list(p(a)|p(b))');
  expect(shortOf('3. a\n4. b')).toBe('3(p(a)|p(b))');
  expect(shortOf('```ts\nlet a;\n\nb\n```')).toBe('fence[ts](let a;\n\nb)');
  expect(shortOf('a\n\n***\n\nb')).toBe('p(a) rule p(b)');
  expect(shortOf('> a\n>\n> > b')).toBe('quote(p(a) quote(p(b)))');
});
test('Chinese is marked without spaces around it, and up to its punctuation', () => {
  expect(shortOf('他说**“引号”**后面')).toBe('p(他说 strong(“引号”) 后面)');
  expect(shortOf('**重要。**其余~~不算。~~算')).toBe('p(strong(重要。) 其余 struck(不算。) 算)');
});
test('what is none of the subset stays as it was written', () => {
  for (const text of [
    '# 话题',
    '<b>a</b>',
    '&lt;script&gt;',
    '[a]: b',
    '[a][b]',
    'a | b\n--- | -',
    '<!-- a -->',
  ]) {
    expect(plainOf(text)).toBe(text);
  }
  expect(shortOf('    four spaces')).toBe('p(four spaces)');
});
test('a picture is never shown: it is a link behind an exclamation mark', () => {
  expect(shortOf('![a](https://x.example/a.png)')).toBe('p(! link[https://x.example/a.png](a))');
});
test('an answer right below a quotation is not swallowed by it', () => {
  expect(shortOf('> theirs\nmine')).toBe('quote(p(theirs)) p(mine)');
  expect(shortOf('- item\nnext')).toBe('list(p(item)) p(next)');
});
test('the title of a link is said, since it was signed', () => {
  expect(shortOf('[a](https://x.example "who sees this?")')).toContain('“who sees this?”');
});
test('what is nothing but marks is shown as it was written', () => {
  for (const text of ['---', '> ', '[]()', '```\n```', '****', '   ', '**\u200B**']) {
    expect(wordsOf(text)).toEqual([{ kind: 'plain', text }]);
  }
});
test('quotations and lists stop at a depth, and the words below are kept', () => {
  for (const [mark, opened] of [
    ['> ', /quote\(/g],
    ['- ', /list\(/g],
    ['> - ', /(?:quote|list)\(/g],
  ] as const) {
    const shown = shortOf(`${mark.repeat(60)}deep`);
    expect(shown).toContain('deep');
    expect(shown.match(opened)?.length).toBeLessThanOrEqual(8);
  }
});
const depthOf = (nodes: readonly (Block | Inline)[]): number =>
  Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depthOf(node.children) : 1)));

test('emphasis within emphasis stops at a depth', () => {
  const tree = wordsOf(`${'*'.repeat(4000)}a${'*'.repeat(4000)}`);
  expect(depthOf(tree)).toBe(8);
  expect(plainWords(tree)).toBe('a');
});

/** Characters that mean something, mixed with ones that do not. */
const hostile = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'*_~`>-+#[]()<>!&;:/\\|"\' \n\t@1.)') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('https://', 'javascript:', 'data:', '](', '```', '<script>', '&lt;'),
    },
    { weight: 1, arbitrary: fc.constantFrom('中', '。', '“', 'a', 'é', '\u0301', '\u200b', '🍵') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
  maxLength: 400,
});
const linksOf = (nodes: readonly (Block | Inline)[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.kind === 'link' ? [node.href] : []),
    ...('children' in node ? linksOf(node.children) : []),
    ...('items' in node ? node.items.flatMap(linksOf) : []),
  ]);
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test('any text is read, and its links are http or https', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const href of linksOf(wordsOf(text))) expect(href).toMatch(/^https?:\/\//);
    }),
    { numRuns: 2000 },
  );
});
test('no letter gets lost but the addresses of links and the numbers of lists', () => {
  const without = hostile.filter(
    (text) => !text.includes('](') && !text.includes('<') && !/\d[.)]/.test(text),
  );
  fc.assert(
    fc.property(without, (text) => {
      // The parser shows the character U+0000 as U+FFFD; neither is a letter.
      expect(letters(plainOf(text))).toBe(letters(text));
    }),
    { numRuns: 2000 },
  );
});
test('words without marks come out as they are', () => {
  const unmarked = fc.string({ unit: fc.constantFrom('a', '字', '，', '？', ' b', '.', '🍵', '"') });
  fc.assert(
    fc.property(unmarked, (text) => {
      expect(plainOf(text).trim()).toBe(text.trim());
    }),
  );
});
test('no mark, repeated to the limit, makes a tree of more than 3,000 nodes', () => {
  const marks = [
    '*',
    '_',
    '`',
    '~',
    '>',
    '> ',
    '- ',
    '-\n',
    '[',
    '](',
    '[a](b)',
    '*a',
    '**a b',
    '\n',
    'a\n',
    '1. ',
    '<',
    '```\n',
  ];
  for (const mark of marks) {
    const tree = wordsOf(mark.repeat(10_000).slice(0, 10_000));
    expect(sizeOf(tree), mark).toBeLessThanOrEqual(3000);
    expect(plainWords(tree).trim() === '' && mark.trim() !== '', mark).toBe(false);
  }
});
test('a text beyond every limit is not parsed', () => {
  const text = '**a** '.repeat(170_000);
  expect(wordsOf(text)).toEqual([{ kind: 'plain', text }]);
});
