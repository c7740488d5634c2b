import type { Case } from '@teahouse/contract/desk';
import { describe, expect, it } from 'vitest';
import { neighboursOf, nextOf } from './neighbours.ts';

const at = (post: string) => ({ room: 'square', post });
const someCase = (post: string, assignee: Case['assignee'] = null): Case => ({
  ...at(post),
  thread: 't',
  state: 'shown',
  work: 'open',
  priority: 0.5,
  reasons: [],
  reports: 0,
  appeal: false,
  excerpt: '',
  pictures: 0,
  assignee,
  day: '2026-11-22',
});
const lin = { id: 'lin', name: 'Lin' };

describe('going through the queue', () => {
  const cases = [someCase('a'), someCase('b', lin), someCase('c')];

  it('knows the case before and after', () => {
    const { before, after } = neighboursOf(cases, at('b'));
    expect([before?.post, after?.post]).toEqual(['a', 'c']);
    expect(neighboursOf(cases, at('a')).before).toBeUndefined();
    expect(neighboursOf(cases, at('c')).after).toBeUndefined();
  });

  it('begins at the top from a case that is not in it', () => {
    expect(neighboursOf(cases, at('z')).after?.post).toBe('a');
  });

  it('goes on with the next one that nobody else has taken', () => {
    expect(nextOf(cases, at('a'), 'mara')?.post).toBe('c');
    expect(nextOf(cases, at('a'), 'lin')?.post).toBe('b');
  });

  it('goes on at the top after the last one, and stops after the only one', () => {
    expect(nextOf(cases, at('c'), 'mara')?.post).toBe('a');
    expect(nextOf([someCase('a')], at('a'), 'mara')).toBeUndefined();
    expect(nextOf([someCase('a'), someCase('b', lin)], at('a'), 'mara')).toBeUndefined();
  });
});
