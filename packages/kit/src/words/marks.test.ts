import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFragment, markWhole } from './marks.ts';
import { termsOf } from './query.ts';

/** Half of a character. */
const alone = /\p{Surrogate}/u;
const shown = (parts: readonly { text: string; hit: boolean }[]) =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const whole = (text: string, question: string) => shown(markWhole(text, termsOf(question)));
const fragment = (text: string, question: string) => shown(markFragment(text, termsOf(question)));

describe('what was asked for is marked', () => {
  it('in Chinese and in English, in every form', () => {
    expect(whole('我们加班,老板也加班', '加班')).toBe('我们[加班],老板也[加班]');
    expect(whole('Managers manage. Management?', 'managing')).toBe('[Managers] [manage]. [Management]?');
    expect(whole('年终奖打折', '年终奖')).toBe('[年终奖]打折');
  });

  it('with what is silent in it', () => {
    expect(whole('裁\u200b员了', '裁员')).toBe('[裁\u200b员]了');
  });

  it('as one character where one was asked for', () => {
    expect(whole('喝茶,茶馆', '茶')).toBe('喝[茶],[茶]馆');
  });

  it('as a phrase where one was asked for', () => {
    expect(whole('stock options, stock and options', '"stock options"')).toBe(
      '[stock options], stock and options',
    );
  });

  it('in the stretch that says most of it', () => {
    const text = `加班。${'茶'.repeat(300)}\n\n加班  和裁员都有${'水'.repeat(300)}`;
    const found = fragment(text, '加班 裁员');
    expect(found).toMatch(/^…茶+ \[加班\] 和\[裁员\]都有水+…$/);
    expect([...found].length).toBeLessThan(200);
  });

  it('and where there is nothing to mark the beginning is shown', () => {
    expect(fragment('茶'.repeat(200), '加班')).toBe(`${'茶'.repeat(160)}…`);
  });

  it('without a change to the words, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (text, asked) => {
          const parts = markWhole(text, termsOf(asked + text.slice(0, 3)));
          expect(parts.map((part) => part.text).join('')).toBe(text);
          const cut = markFragment(text, termsOf(asked + text.slice(0, 3)));
          expect(cut.every((part) => !alone.test(part.text) || alone.test(text))).toBe(true);
        },
      ),
    );
  });

  it('in a long text without long waiting', () => {
    const parts = markFragment('加班'.repeat(5000), termsOf('加班'));
    expect(parts.some(({ hit }) => hit)).toBe(true);
  });
});
