import { describe, expect, it } from 'vitest';
import { asksJobs, readSearch } from './question.ts';

describe('the question of an address', () => {
  it('is read as it was asked', () => {
    const asked = {
      q: '后端',
      role: 'engineering',
      level: 'senior',
      city: 'Shanghai',
      remote: 'yes',
      pay: 20000,
    };
    expect(readSearch(asked)).toEqual(asked);
    expect(readSearch({ ...asked, pay: '20000' })).toEqual(asked);
  });

  it('leaves out what nobody can ask', () => {
    const wrong = { q: ' ', role: 'toString', level: 7, remote: 'no', pay: 21000, city: [], more: 1 };
    expect(readSearch(wrong)).toEqual({});
    expect(asksJobs(readSearch(wrong))).toBe(false);
  });

  it('takes a number that was typed for words', () => {
    expect(readSearch({ q: 996 })).toEqual({ q: '996' });
  });
});
