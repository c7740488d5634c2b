import type { Decision } from '@teahouse/contract/talk';
import { expect, it } from 'vitest';
import { reasonOf } from './decisions.ts';

const decision = (id: string, more: Partial<Decision>): Decision => ({
  ...{ id, room: 'square', thread: 't', post: 'p', action: 'remove', rule: 'insult', words: 'w' },
  ...{ by: 'moderator', caution: null, minutes: null, day: '2026-11-22', appealUntil: null },
  ...{ appeal: null, logged: null, ...more },
});
const all = [
  decision('lock', { action: 'lock' }),
  decision('elsewhere', { post: 'q' }),
  decision('overturned', { appeal: 'granted' }),
  decision('hide', { action: 'hide', by: 'reports' }),
  decision('remove', {}),
  decision('hold', { action: 'hold', by: 'program' }),
];

it('finds for how a post stands the decision that put it there', () => {
  expect(reasonOf('p', 'removed', all)?.id).toBe('remove');
  expect(reasonOf('p', 'hidden', all)?.id).toBe('hide');
  expect(reasonOf('p', 'held', all)?.id).toBe('hold');
});

it('finds none for a post that is shown, nor where none is public yet', () => {
  expect(reasonOf('p', 'shown', all)).toBeUndefined();
  expect(reasonOf('other', 'removed', all)).toBeUndefined();
});
