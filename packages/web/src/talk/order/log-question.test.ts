import { expect, it } from 'vitest';
import { queryOf } from './log-question.ts';

it('takes from an address what the log knows, and nothing else', () => {
  const thread = 'A'.repeat(43);
  const asked = { room: 'square', thread, action: 'remove', rule: 'insult', by: 'senior' };
  expect(queryOf(asked)).toEqual(asked);
  expect(queryOf({ room: '../x', thread: 'short', action: 'toString', rule: 'none', by: 'me' })).toEqual({});
});
