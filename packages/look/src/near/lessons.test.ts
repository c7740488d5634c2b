import { expect, test } from 'vitest';
import { lookLimits } from '../limits.ts';
import { look } from '../look.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Lesson, makeLessons } from './lessons.ts';

const text = '每周三晚上湖边有人一起跑步，跑完喝一杯，想来的在楼下留个言，新手也欢迎';
const varied = '每周四晚上湖边有人一起跑步，跑完喝一杯，想来的在楼下留个言，新手也欢迎哦';
const fingerprint = fingerprintOf(text) as Uint8Array;
const lesson: Lesson = { post: 'p', room: 'a', inside: false, slot: 0, fingerprint, kind: 'advertising' };
const seen = (room: string, slot: number) => ({ room, slot, fingerprint: fingerprintOf(varied) });

test('a variation of what was removed is held, in every room', () => {
  const lessons = makeLessons();
  expect(lessons.see(seen('a', 1))).toBeUndefined();
  lessons.learn(lesson);
  for (const room of ['a', 'b']) expect(lessons.see(seen(room, 1))).toBe('advertising');
  expect(look(varied).verdict).toBe('pass');
  expect(look(varied, { removed: 'advertising' })).toMatchObject({
    verdict: 'hold',
    reasons: [{ kind: 'advertising', rule: 'like-removed' }],
  });
  expect(look(varied, { removed: 'flood' })).toMatchObject({
    verdict: 'hold',
    reasons: [{ kind: 'flood', rule: 'like-removed' }],
  });
});

test('what is taken back teaches nothing any more, and other removals of the same words go on to', () => {
  const lessons = makeLessons();
  lessons.learn(lesson);
  lessons.learn({ ...lesson, post: 'q', kind: 'flood' });
  lessons.unlearn('p');
  expect(lessons.see(seen('a', 1))).toBe('flood');
  lessons.unlearn('q');
  expect(lessons.see(seen('a', 1))).toBeUndefined();
});

test('what was removed where only colleagues read is held there alone', () => {
  const lessons = makeLessons();
  lessons.learn({ ...lesson, inside: true });
  expect(lessons.see(seen('a', 1))).toBe('advertising');
  expect(lessons.see(seen('b', 1))).toBeUndefined();
});

test('a lesson is forgotten with the words it was about, and the oldest where there are too many', () => {
  const lessons = makeLessons({ ...lookLimits, lessons: 1 });
  lessons.learn(lesson);
  expect(lessons.see(seen('a', lookLimits.lessonSlots))).toBe('advertising');
  expect(lessons.see(seen('a', lookLimits.lessonSlots + 1))).toBeUndefined();
  lessons.learn({ ...lesson, post: 'q', fingerprint: new Uint8Array(32) });
  expect(lessons.see(seen('a', 1))).toBeUndefined();
});
