import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHints } from './find-hints.ts';
import { kinds } from './types.ts';

const kindsIn = (text: string) => findHints(text).map(({ kind }) => kind);
const wordsIn = (text: string) => findHints(text).map(({ words }) => words);

test('a phone number is found however its figures are written', () => {
  for (const number of [
    '13812345678',
    '138 1234 5678',
    '１３８１２３４５６７８',
    '一三八一二三四五六七八',
    '幺三八-一二三四-五六七八',
    '138\u200b1234\u200d5678',
    '1️⃣3️⃣8️⃣12345678',
    '①③⑧12345678',
  ])
    expect(kindsIn(`打这个 ${number} 找我`), number).toContain('phone');
});
test('numbers of services are nobody’s', () => {
  for (const number of ['400-810-1234', '800 810 1234', '95588', '10086', '12345', '1-800-555-0100', '911'])
    expect(kindsIn(`call ${number} 打了半天没人接`), number).toEqual([]);
});
test('what everybody knows is no hint', () => {
  for (const text of [
    '2008 年那会儿互联网还是蓝海',
    '北京房租太贵，一个单间三千五',
    '一个人干三个人的活',
    '王者荣耀打累了就去睡吧',
    '三楼说得对，2 楼正解',
    '这次 P0 故障复盘开了一下午',
    'The only constant is change',
    'Elon Musk said something similar',
    'Rent is $3,000 for a studio',
    'We usually finish around 10 pm, every single day',
  ])
    expect(findHints(text), text).toEqual([]);
});
test('a question whether one is alone with a feeling does not make anybody the only one', () => {
  expect(kindsIn('只有我一个人觉得新 logo 难看吗')).toEqual([]);
  expect(kindsIn('Am I the only one who likes it?')).toEqual([]);
  expect(kindsIn('全组只有我没签')).toContain('only');
  expect(kindsIn("I'm the only one who voted no")).toContain('only');
});
test('traditional characters hide nothing that the rules know', () => {
  expect(kindsIn('員工編號 10384 是我')).toContain('staff');
});
test('words are named as they were typed, invisible characters and all', () => {
  const typed = 'ok，工号 1\u200b0384。';
  const [hint] = findHints(typed);
  expect(hint?.words).toBe('1\u200b0384');
  expect(typed.slice(hint?.start, hint?.end)).toBe(hint?.words);
});
test('of words that lie over each other the longer stay', () => {
  expect(wordsIn('入职 offer 是 2024年11月8号 发的')).toEqual(['2024年11月8号']);
  expect(kindsIn('身份证号 44030619851212301X')).toEqual(['id']);
});
test('a date in Chinese figures is found whole', () => {
  expect(wordsIn('三月十五号被约谈，五月二十一日走人')).toEqual(['三月十五号', '五月二十一日']);
});
test('a quoted line of the thread gives nothing new away, another one does', () => {
  const said = ['主管叫周海燕，说：“你这种情况公司已经很照顾了”。'];
  const quoted = '> 主管叫周海燕，说：“你这种情况公司已经很照顾了”。\n\n同意';
  expect(findHints(quoted, { said })).toEqual([]);
  expect(kindsIn(quoted)).toContain('quote');
  expect(
    findHints('> 各位同事：经公司研究决定，自下月起取消餐补', { said }).map(({ kind }) => kind),
  ).toContain('quote');
});

/** Pieces that rules begin with, so that chance comes near them. */
const pieces = [
  ...[
    '1',
    '一',
    '138 ',
    '“',
    '"',
    '「',
    '\n> ',
    'a',
    'A',
    'a.',
    'a@',
    '@',
    'http://a/',
    '?uid=',
    '我',
    '3月',
    'P',
    '+',
  ],
  ...[
    '(',
    '-',
    ' ',
    '\n',
    '，',
    '. ',
    'one ',
    'The only ',
    'I am ',
    'Mark ',
    'team of ',
    'me: ',
    '主管:',
    '说“',
    '总',
  ],
  ...[
    '王伟',
    '北京',
    '99',
    '$9',
    '9k',
    '万',
    '就我',
    '唯一',
    '级',
    '大厦',
    '大学',
    '路',
    '号',
    '飞',
    '微信',
    '须于',
  ],
  ...['\u200b', '\u0301', '\ufdfa', '\ud800', '👩‍👩‍👧', '京A', 'Senior Staff ', '[at]', '第', '负责人'],
];
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
);

test('every hint lies in the text, has a kind, and says the words it stands for', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      let last = 0;
      for (const { kind, start, end, words } of findHints(text)) {
        expect(kinds).toContain(kind);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toBe(words);
        last = start;
      }
    }),
    { numRuns: 200 },
  );
});
test('ten thousand characters of anything repeated come to an end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }), (parts) => {
      const piece = parts.join('');
      const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
      expect(findHints(text).length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 12 },
  );
});
