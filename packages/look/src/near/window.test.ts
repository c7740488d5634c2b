import { expect, test } from 'vitest';
import { lookLimits } from '../limits.ts';
import { look } from '../look.ts';
import { languages, sentencesOf } from '../train/sentences.ts';
import { alikeness, fingerprintOf } from './fingerprint.ts';
import { makeWindow } from './window.ts';

const alike = (a: string, b: string): boolean => {
  const [one, other] = [fingerprintOf(a), fingerprintOf(b)];
  return !!one && !!other && alikeness(one, other) >= lookLimits.alikeSlots;
};
const spam = '想赚外快的朋友看过来，每天两小时看视频点赞，一天一百多，当天结算，加微信 abc12345 详聊';

test('a spammer who changes the number, the marks or some words is found', () => {
  for (const varied of [
    '想赚外快的朋友看过来！每天两小时看视频点赞！！一天一百多，当天结算，加微信 zzz98765 详聊',
    '🔥想赚外快的朋友看过来🔥每天 2 小时看视频点赞，一天一百多，当天结算，加微信 q_7788 详聊🔥',
    '想賺外快的朋友看過來，每天兩小時看視頻點讚，一天一百多，當天結算，加微信 abc12345 詳聊',
    '想 赚 外 快 的 朋 友 看 过 来，每天两小时看视频点赞，一天一百多，当天结算，加微信 abc12345 详聊',
    '各位，想赚外快的朋友看过来，每天两小时看视频点赞，一天一百多，现结，加微信 abc12345 详聊，名额不多',
  ])
    expect(alike(spam, varied), varied).toBe(true);
});
test('other words are another text', () => {
  const texts = languages.flatMap((language) => sentencesOf('held', language)).map(({ text }) => text);
  const prints = texts.flatMap((text) => fingerprintOf(text) ?? []);
  let pairs = 0;
  for (const [i, a] of prints.entries())
    for (const b of prints.slice(i + 1)) if (alikeness(a, b) >= lookLimits.alikeSlots) pairs++;
  expect(prints.length).toBeGreaterThan(300);
  expect(pairs).toBe(0);
});
test('short texts are alike by chance and not compared', () => {
  expect(fingerprintOf('同意楼主')).toBeUndefined();
  const window = makeWindow();
  const posting = { room: 'a', slot: 1, fingerprint: fingerprintOf('+1 agreed') };
  window.keep(posting, false);
  expect(window.see(posting)).toEqual({ alike: 0, held: false });
});
test('near-duplicates are counted through all rooms, and many are a flood', () => {
  const window = makeWindow();
  const fingerprint = fingerprintOf(spam);
  for (const room of ['a', 'b', 'c', 'd']) window.keep({ room, slot: 1, fingerprint }, false);
  const seen = window.see({ room: 'e', slot: 2, fingerprint });
  expect(seen).toEqual({ alike: 4, held: false });
  expect(look('随便写的一句话，没有什么意思', { seen }).reasons.map(({ kind }) => kind)).toEqual([
    'near-duplicate',
    'flood',
  ]);
});
test('a variation of what was held is held', () => {
  const window = makeWindow();
  const posting = { room: 'a', slot: 1, fingerprint: fingerprintOf(spam) };
  window.keep(posting, true);
  expect(look('每天两小时', { seen: window.see(posting) }).verdict).toBe('hold');
});
test('after a day a text is forgotten', () => {
  const window = makeWindow();
  const posting = { room: 'a', slot: 0, fingerprint: fingerprintOf(spam) };
  window.keep(posting, false);
  expect(window.see({ ...posting, slot: lookLimits.windowSlots }).alike).toBe(1);
  expect(window.see({ ...posting, slot: lookLimits.windowSlots + 1 }).alike).toBe(0);
});
test('however much is posted, a window keeps no more than its limits', () => {
  const small = { ...lookLimits, windowRoom: 4, windowInstance: 10, windowRooms: 3 };
  const window = makeWindow(small);
  const fingerprint = fingerprintOf(spam);
  for (let i = 0; i < 200; i++) window.keep({ room: `r${i % 20}`, slot: i, fingerprint }, false);
  expect(window.size).toBeLessThanOrEqual(10 + 3 * 4);
});
