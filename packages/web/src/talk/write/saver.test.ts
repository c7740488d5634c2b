import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSaver } from './saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A saver on a page of its own, and what it wrote. */
function onAPage() {
  const page = new EventTarget();
  const saver = createSaver(page);
  const written: string[] = [];
  return {
    page,
    saver,
    written,
    type: (text: string) => saver.plan((isEnding) => written.push(isEnding ? `${text}!` : text)),
  };
}

test('the newest of what was typed is written once, after a pause', () => {
  const { type, written } = onAPage();
  for (const text of ['奖', '奖金', '奖金？']) type(text);
  expect(written).toEqual([]);
  vi.runAllTimers();
  expect(written).toEqual(['奖金？']);
});

test.each(['visibilitychange', 'beforeunload', 'pagehide'])(
  '%s writes at once, says that it may be the end, and writes no second time',
  (end) => {
    const { page, saver, type, written } = onAPage();
    saver.listen();
    type('奖金');
    page.dispatchEvent(new Event(end));
    expect(written).toEqual(['奖金!']);
    page.dispatchEvent(new Event(end));
    vi.runAllTimers();
    expect(written).toEqual(['奖金!']);
  },
);

test('a place that is left writes, and hears no ending any more', () => {
  const { page, saver, type, written } = onAPage();
  const leave = saver.listen();
  type('奖金');
  leave();
  expect(written).toEqual(['奖金']);
  type('later');
  page.dispatchEvent(new Event('pagehide'));
  expect(written).toEqual(['奖金']);
});

test('what was sent is not written after it', () => {
  const { page, saver, type, written } = onAPage();
  saver.listen();
  type('奖金');
  saver.drop();
  page.dispatchEvent(new Event('pagehide'));
  vi.runAllTimers();
  expect(written).toEqual([]);
});
