import { createLogger } from '@teahouse/kit/log';
import { aliasOf, maskSvg } from '@teahouse/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import type { Drawing } from './drawing.ts';
import { createKept } from './kept.ts';
import { createPainter, type Painter, type PainterOptions } from './painter.ts';

const log = createLogger({ name: 'talk', write: () => {} });
const mask = maskSvg(aliasOf(new Uint8Array(48)).mask);
const around = { lang: 'zh', above: null, house: '茶馆', motto: '', address: 'tea.example' } as const;
const card = (title: string): Drawing => ({
  ...around,
  ...{ title, text: '' },
  speaker: { name: '学徒', label: '', verified: false, among: null, mask },
});

let painter: Painter;
const start = (options: Partial<PainterOptions> = {}) => {
  painter = createPainter({ log, ...options });
  return painter;
};
afterEach(() => painter.close());

const outcome = (drawn: Promise<Buffer>) =>
  drawn.then(
    () => 'drawn',
    (error: { code: string }) => error.code,
  );

describe('the painter', () => {
  it('draws a card once for a crowd, and remembers it', async () => {
    start();
    const crowd = await Promise.all(Array.from({ length: 50 }, () => painter.paint(card('甲'), 'a')));
    expect(new Set(crowd).size).toBe(1);
    expect(await painter.paint(card('甲'), 'a')).toBe(crowd[0]);
  });

  it('says busy when too many different ones wait, and draws the others', async () => {
    start({ queue: 2 });
    const five = ['甲', '乙', '丙', '丁', '戊'].map((title) => outcome(painter.paint(card(title), title)));
    expect(await Promise.all(five)).toEqual(['drawn', 'drawn', 'drawn', 'busy', 'busy']);
    expect(await outcome(painter.paint(card('戊'), '戊'))).toBe('drawn');
  });

  it('ends a worker that takes too long, and starts another', async () => {
    start({ patienceMs: 1, keep: 0 });
    expect(await outcome(painter.paint(card('甲'), 'a'))).toBe('internal');
    await painter.close();
    start({ keep: 0 });
    expect(await outcome(painter.paint(card('甲'), 'a'))).toBe('drawn');
  });

  it('lets the worker go when nothing is to be drawn, and hires one again', async () => {
    start({ restMs: 1, keep: 0 });
    expect(await outcome(painter.paint(card('甲'), 'a'))).toBe('drawn');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await outcome(painter.paint(card('甲'), 'a'))).toBe('drawn');
  });

  it('tells whoever waits when it closes', async () => {
    start();
    const waiting = ['甲', '乙'].map((title) => outcome(painter.paint(card(title), title)));
    await painter.close();
    expect(await Promise.all(waiting)).toEqual(['busy', 'busy']);
    expect(await outcome(painter.paint(card('丙'), 'c'))).toBe('busy');
  });
});

describe('the memory of cards', () => {
  const picture = (length: number) => Buffer.alloc(length);
  it('forgets what was not asked for the longest, so as to keep within its bytes', () => {
    const kept = createKept(10);
    kept.set('a', picture(4));
    kept.set('b', picture(4));
    kept.get('a');
    kept.set('c', picture(4));
    expect(['a', 'b', 'c'].map((key) => kept.get(key) !== undefined)).toEqual([true, false, true]);
    kept.set('d', picture(11));
    expect(kept.get('d')).toBeUndefined();
    expect(kept.get('a')).toBeDefined();
  });
});
