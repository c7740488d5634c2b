import type { BoardCard, Stage } from '@teahouse/contract/members';
import { describe, expect, it } from 'vitest';
import { columnsOf, movesBack, movesTo, passes, placesFor, withMoves } from './board-state.ts';

const card = (id: string, stage: Stage, place: number, more: Partial<BoardCard> = {}): BoardCard => ({
  ...{ id, stage, place, version: 1, day: '2026-11-10', labels: [], notes: 0, referred: false, file: false },
  excerpt: '',
  member: {
    id,
    handle: `m-${id}`,
    name: `Name ${id}`,
    headline: '',
    photo: null,
    employer: null,
    degree: null,
  },
  ...more,
});
const board = [card('a', 'new', 1), card('b', 'new', 2), card('c', 'new', 3), card('d', 'offer', 5)];
const order = (cards: readonly BoardCard[], stage: Stage) => columnsOf(cards)[stage].map(({ id }) => id);

describe('a card that is moved', () => {
  it('comes to the head of a stage, or beside another card', () => {
    expect(order(withMoves(board, [movesTo(board, new Set(['a']), { stage: 'offer' })]), 'offer')).toEqual([
      'a',
      'd',
    ]);
    const after = movesTo(board, new Set(['d']), { stage: 'new', beside: { id: 'b', edge: 'after' } });
    expect(order(withMoves(board, [after]), 'new')).toEqual(['a', 'b', 'd', 'c']);
    const before = movesTo(board, new Set(['c']), { stage: 'new', beside: { id: 'a', edge: 'before' } });
    expect(order(withMoves(board, [before]), 'new')).toEqual(['c', 'a', 'b']);
  });

  it('keeps its order among those that come along', () => {
    const moves = movesTo(board, new Set(['c', 'a']), {
      stage: 'offer',
      beside: { id: 'd', edge: 'before' },
    });
    expect(order(withMoves(board, [moves]), 'offer')).toEqual(['a', 'c', 'd']);
  });

  it('twice before the first has arrived names the version that the first will make', () => {
    const first = movesTo(board, new Set(['a']), { stage: 'screen' });
    const second = movesTo(withMoves(board, [first]), new Set(['a']), { stage: 'offer' });
    expect(second[0]?.version).toBe(2);
    expect(order(withMoves(board, [first, second]), 'offer')).toContain('a');
  });

  it('goes back to where it stood, unless somebody moved it on', () => {
    const moves = movesTo(board, new Set(['a', 'b']), { stage: 'declined' });
    const now = withMoves(board, [moves]);
    expect(order(withMoves(now, [movesBack(board, moves, now)]), 'new')).toEqual(['a', 'b', 'c']);
    const onward = now.map((one) => (one.id === 'a' ? { ...one, stage: 'offer' as const } : one));
    expect(movesBack(board, moves, onward).map(({ application }) => application)).toEqual(['b']);
  });
});

it('places lie between those beside them, evenly', () => {
  expect(placesFor([], 2)).toEqual([1, 2]);
  expect(placesFor(columnsOf(board).new, 1, { id: 'c', edge: 'after' })).toEqual([4]);
  const [low = 0, high = 0] = placesFor(columnsOf(board).new, 2, { id: 'b', edge: 'before' });
  expect(1 < low && low < high && high < 2).toBe(true);
});

it('a card that is on two pages is there once', () => {
  expect(withMoves([...board, ...board], [])).toHaveLength(4);
});

it('a filter asks for all labels, and for words on the card or found by the server', () => {
  const labels = new Map([['l', { id: 'l', name: 'Priority', tone: 'rose' as const }]]);
  const one = card('x', 'new', 1, { labels: ['l'], excerpt: 'Settlement' });
  const ask = (words: string, chosen: string[] = [], found: string[] = []) =>
    passes(one, { words, labels: new Set(chosen) }, { found: new Set(found), labels });
  expect([ask(''), ask('settle'), ask('PRIORITY'), ask('name x'), ask('', ['l'])]).toEqual(
    Array(5).fill(true),
  );
  expect([ask('nothing'), ask('', ['l', 'm'])]).toEqual([false, false]);
  expect(ask('nothing', [], ['x'])).toBe(true);
});
