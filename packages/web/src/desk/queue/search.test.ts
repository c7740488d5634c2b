import { describe, expect, it } from 'vitest';
import { readSearch } from './search.ts';

describe('the filters in the address of the queue', () => {
  it('are read where they are such', () => {
    const search = { work: 'decided', state: 'held', rule: 'insult', room: 'co-xinghe', assignee: 'me' };
    expect(readSearch(search)).toEqual(search);
  });
  it('are left out where they are none', () => {
    expect(
      readSearch({ work: 'all', state: 3, rule: '<b>', room: '../x', assignee: 'lin', before: 'x' }),
    ).toEqual({});
  });
  it('do not name what is usual', () => {
    expect(readSearch({ work: 'open' })).toEqual({});
  });
});
