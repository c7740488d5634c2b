import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Looked, lookLimits } from './index.ts';
import { look } from './look.ts';
import { loadModel } from './model/load.ts';

const model = loadModel();
const kindsIn = (text: string) => look(text).reasons.map(({ kind }) => kind);
const verdictOf = (text: string) => look(text).verdict;

test('somebody’s phone, a valid identity number, a name for OP and a plain threat refuse a post', () => {
  for (const text of [
    '他电话 138 1234 5678',
    '身份证 11010519491231002X 是他的',
    '楼主就是市场部的李伟',
    'OP is Kevin from finance',
    '我要弄死你',
    "I'm going to kill you",
  ])
    expect(verdictOf(text), text).toBe('block');
});
test('an identity number with a wrong check figure is queued, not refused', () => {
  expect(verdictOf('身份证 110105194912310021 是他的')).toBe('queue');
});
test('an advertisement is held', () => {
  expect(verdictOf('无抵押贷款，秒到账，加微信详聊')).toBe('hold');
  expect(verdictOf('Fast loans, no credit check, apply now')).toBe('hold');
});
test('a threat that names the outcome, the means or the place is a threat', () => {
  for (const text of [
    '再不删帖就让你全家陪葬',
    '你儿子每天在实验小学门口等校车，识相点',
    '我摸到你家楼下了',
    "You won't live to see Christmas",
    "I'll pour petrol on your porch",
    'Your daughter waits at the bus stop at 7:40, be smart',
  ])
    expect(verdictOf(text), text).toBe('block');
});
test('what only sounds like such a threat passes', () => {
  for (const text of [
    '同事送你去医院了吗',
    '你孩子的小学可以申请补贴',
    '甲方要让我们组陪葬',
    "You won't make it home before eight in this job",
    'Your daughter may join the bus at the school stop',
    'This reorg will burn the department down',
  ])
    expect(verdictOf(text), text).toBe('pass');
});
test('who is described by name, team or seat is unmasked; OP in general is not', () => {
  for (const text of [
    '楼主真名郭小楠',
    '楼主就是坐饮水机旁边的那个男的',
    'It was Priya who wrote this',
    'OP is the tall guy from accounting',
  ])
    expect(verdictOf(text), text).toBe('block');
  for (const text of ['楼主是高手', '楼主坐着说话不腰疼', 'OP is the one to ask', 'It was HR who wrote this'])
    expect(verdictOf(text), text).toBe('pass');
  expect(verdictOf('I know exactly who you are')).toBe('queue');
});
test('an offer with a price and a way to the seller is held, whatever is sold', () => {
  expect(verdictOf('批发蜂蜜，一斤三十，欢迎咨询')).toBe('hold');
  expect(verdictOf('Handmade rugs, 40 dollars each, link in my bio')).toBe('hold');
  expect(verdictOf('空调坏了，让物业上门')).toBe('pass');
  expect(verdictOf('食堂的套餐一份三十，太贵了')).toBe('pass');
  expect(verdictOf('Lunch is 13 dollars each now')).toBe('pass');
});
test('a person likened to a beast is an insult, a beast or a tired author is not', () => {
  expect(verdictOf('你长得跟驴似的')).toBe('queue');
  expect(verdictOf('OP has the brain of a pigeon')).toBe('queue');
  expect(verdictOf('我活得跟驴似的')).toBe('pass');
  expect(verdictOf('The brain of a pigeon is small')).toBe('pass');
});
test('an insult is published and queued; swearing at a thing or at oneself is neither', () => {
  expect(verdictOf('楼主傻逼')).toBe('queue');
  expect(verdictOf('you are an idiot')).toBe('queue');
  expect(verdictOf('傻逼系统又崩了')).toBe('pass');
  expect(verdictOf("I'm an idiot")).toBe('pass');
});
test('what was said to the author may be told', () => {
  for (const text of [
    '老板威胁我说“信不信我弄死你”，我录音了',
    'He told me "I will kill you" and HR did nothing',
    '主管骂我傻逼',
    'Calling someone a retard is never ok',
  ])
    expect(verdictOf(text), text).toBe('pass');
});
test('a threat that is quoted, but told of nobody, is queued', () => {
  expect(verdictOf('“我要弄死你”')).toBe('queue');
});
test('numbers of helplines, orders and versions are nobody’s phone', () => {
  for (const text of [
    '客服热线 400-820-8820',
    '订单号 13812345678 没发货',
    '版本号 1.3.8.20231108',
    'call 1-800-669-4000',
  ])
    expect(kindsIn(text), text).not.toContain('phone');
});
test('what is written to slip through is read all the same', () => {
  for (const text of [
    '傻\u200b逼楼主',
    '楼主傻 逼',
    '你這個傻逼',
    '我 要 弄 死 你',
    'y0u are an 1d1ot',
    'f u c k you',
    'fuuuuck you',
    'уou are an idiоt',
    '１３８１２３４５６７８ 是他电话',
  ])
    expect(verdictOf(text), text).not.toBe('pass');
});
test('reasons lie where the words were typed, invisible characters and all', () => {
  const typed = 'ok，楼主傻\u200b 逼。';
  const [reason] = look(typed).reasons;
  expect(typed.slice(reason?.start, reason?.end)).toBe('傻\u200b 逼');
});
test('a text over the limit is read as far as the limit, and queued for the rest', () => {
  const { verdict, reasons } = look('好的，收到。'.repeat(4_000));
  expect(verdict).toBe('queue');
  expect(reasons).toContainEqual({
    kind: 'too-long',
    rule: 'limit',
    start: lookLimits.characters,
    end: 24_000,
  });
});
test('the same words over and over are a flood', () => {
  expect(kindsIn('顶上去让大家看到！'.repeat(60))).toContain('flood');
});
test('the model alone never holds or refuses', () => {
  const sure = { bias: 1_000, scale: 1, weights: new Int8Array(65_536) };
  const all = { threat: sure, insult: sure, sexual: sure, advertising: sure };
  const { verdict, reasons } = look('大家好', { model: all });
  expect(verdict).toBe('queue');
  expect(new Set(reasons.map(({ rule }) => rule))).toEqual(new Set(['model']));
});
test('a text full of insults and one threat is refused, however many places were found before', () => {
  const { verdict, reasons } = look(`${'楼主傻逼，你这个蠢货。'.repeat(200)}我要弄死你`);
  expect(verdict).toBe('block');
  expect(reasons.length).toBeLessThanOrEqual(lookLimits.reasons);
});
test('a threat ranks before an insult, an insult before nothing', () => {
  const rank = (text: string) => look(text, { model }).priority;
  expect(rank('我要弄死你')).toBeGreaterThan(rank('楼主傻逼'));
  expect(rank('楼主傻逼')).toBeGreaterThan(rank('谢谢楼主，辛苦了'));
});

/** Pieces that rules begin with, so that chance comes near them. */
const pieces = [
  ...[
    '1',
    '一',
    '138 ',
    'a',
    'a b ',
    '“',
    '"',
    '\n> ',
    '你',
    '你的',
    '我要',
    '弄死',
    '楼主是',
    '王伟',
    '小心',
  ],
  ...[
    'i will ',
    'gonna ',
    'you ',
    'are ',
    'OP is ',
    'James ',
    'kill ',
    'your ',
    'selling ',
    '加微信',
    '贷款',
  ],
  ...[
    '+',
    '(',
    '-',
    ' ',
    '，',
    '傻',
    '$$',
    'b1',
    '12 a ',
    '1栋',
    '\u200b',
    '\u0301',
    '\ufdfa',
    '\ud800',
    '😀',
    '𝟎',
  ],
];
test('every reason lies in the text and every answer has the form of the contract', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const looked = Looked.parse(look(text, { model }));
      for (const { start, end } of looked.reasons) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
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
      expect(look(text, { model }).reasons.length).toBeLessThanOrEqual(lookLimits.reasons);
    }),
    { numRuns: 15 },
  );
});
