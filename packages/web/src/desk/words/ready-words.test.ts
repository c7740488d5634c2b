import { HouseRule } from '@teahouse/contract/talk';
import { talkLimits } from '@teahouse/contract/talk/limits';
import { describe, expect, it } from 'vitest';
import { readyWords } from './ready-words.ts';

const actions = ['keep', 'caution', 'blur', 'lock', 'unlock', 'slow', 'forfeit', 'remove', 'ban'] as const;
const cjk = /[\u3400-\u9fff]/u;

describe('words to begin with', () => {
  it('are there for every rule and action in both languages, and fit', () => {
    for (const rule of HouseRule.options) {
      for (const action of [...actions, 'ban-picture'] as const) {
        for (const tongue of ['zh', 'en'] as const) {
          const ready = readyWords(action, rule, tongue);
          expect(ready.length).toBeGreaterThan(0);
          for (const words of ready) {
            expect(words.length).toBeLessThanOrEqual(talkLimits.decisionCharacters / 2);
            expect(cjk.test(words)).toBe(tongue === 'zh');
          }
        }
      }
    }
  });

  it('never tell the author of a post that stays that it breaks a rule', () => {
    expect(readyWords('keep', 'insult', 'zh')).toEqual(readyWords('keep', 'threat', 'zh'));
    expect(readyWords('keep', 'insult', 'en').join()).not.toMatch(/attacks|threat/);
  });
});
