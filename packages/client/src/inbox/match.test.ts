import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboxLimits, inOwnThreads, withMuted, withRead, withRows, withSeen } from './match.ts';
import { type DatedPost, type InboxState, noInbox } from './types.ts';

const day = '2026-11-18';
const row = (id: string, more: Partial<DatedPost> = {}): DatedPost => ({
  ...{ room: 'square', thread: 't', parent: 'first', pseudonym: 'other', mentions: [], day },
  id,
  ...more,
});
/** This device wears `me` in thread t. */
const aliases = new Map([['t', 'me']]);
const kinds = (state: InboxState) => state.items.map(({ id, kind }) => [id, kind]);

describe('the rows of a day', () => {
  it('tell of answers to own posts, of mentions, and of all that is said in an own thread', () => {
    const rows = [
      row('answer', { parent: 'mine' }),
      row('mine', { pseudonym: 'me' }),
      row('named', { mentions: ['else', 'me'] }),
      row('between others'),
      row('of another', { thread: 'u', parent: 'mine' }),
    ];
    expect(kinds(withRows(noInbox, rows, aliases))).toEqual([
      ['answer', 'reply'],
      ['named', 'mention'],
    ]);
    const opened = [...rows, row('first', { parent: null, pseudonym: 'me' })];
    expect(kinds(withRows(noInbox, opened, aliases))).toEqual([
      ['answer', 'reply'],
      ['named', 'reply'],
      ['between others', 'reply'],
    ]);
    const deeper = [...opened, row('deeper', { parent: 'answer' })];
    expect(kinds(withRows(noInbox, deeper, aliases)).at(-1)).toEqual(['deeper', 'thread']);
  });

  it('never tell of own posts, and of a post once, by its most personal reason', () => {
    const rows = [
      row('mine', { pseudonym: 'me' }),
      row('own answer', { parent: 'mine', pseudonym: 'me', mentions: ['me'] }),
      row('both', { parent: 'mine', mentions: ['me'] }),
    ];
    expect(kinds(withRows(noInbox, rows, aliases))).toEqual([['both', 'reply']]);
  });

  it('tell of an answer to a post of an earlier day', () => {
    const before = withRows(noInbox, [row('mine', { pseudonym: 'me' })], aliases);
    const after = withRows(before, [row('answer', { parent: 'mine', day: '2026-11-19' })], aliases);
    expect(kinds(after)).toEqual([['answer', 'reply']]);
  });

  it('give one result, however they are ordered and however often they are read', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const anyRow = fc.record({
      id: letters,
      parent: fc.option(letters),
      pseudonym: fc.constantFrom('me', 'other'),
      mentions: fc.constantFrom([], ['me'], ['other']),
      thread: fc.constantFrom('t', 'u'),
      room: fc.constant('square'),
      day: fc.constantFrom(day, '2026-11-19'),
    });
    const rowsOfDays = fc.uniqueArray(anyRow, { selector: ({ id }) => id, maxLength: 6 });
    const idsOf = (state: InboxState) => [...kinds(state)].sort();
    fc.assert(
      fc.property(rowsOfDays, (rows) => {
        const once = withRows(noInbox, rows, aliases);
        expect(idsOf(withRows(noInbox, rows.toReversed(), aliases))).toEqual(idsOf(once));
        expect(withRows(once, rows, aliases)).toEqual(once);
        expect(withRows(noInbox, inOwnThreads(rows, aliases), aliases)).toEqual(once);
        expect(once.items.every(({ thread }) => thread === 't')).toBe(true);
      }),
    );
  });

  it('fill no more than there is room for: the oldest go', () => {
    const many = Array.from({ length: inboxLimits.items + 7 }, (_, i) => row(`n${i}`, { parent: 'mine' }));
    const state = withRows(noInbox, [row('mine', { pseudonym: 'me' }), ...many], aliases);
    expect(state.items).toHaveLength(inboxLimits.items);
    const later = withRows(state, [row('later', { parent: 'mine', day: '2026-11-20' })], aliases);
    expect(later.items).toHaveLength(inboxLimits.items);
    expect(later.items.at(-1)?.id).toBe('later');
  });
});

describe('what was on the screen', () => {
  const mine = row('mine', { pseudonym: 'me' });
  const answer = row('answer', { parent: 'mine' });

  it('is read, whether a file tells of it before or after', () => {
    const first = withSeen(withRows(noInbox, [mine, answer], aliases), 't', ['answer']);
    const last = withRows(withSeen(noInbox, 't', ['answer']), [mine, answer], aliases);
    expect([first, last].map(({ items }) => items.map(({ read }) => read))).toEqual([[true], [true]]);
    expect(last.seen).toEqual([]);
  });

  it('is not remembered without end', () => {
    const many = Array.from({ length: inboxLimits.seen + 5 }, (_, i) => `s${i}`);
    expect(withSeen(noInbox, 't', many).seen).toHaveLength(inboxLimits.seen);
  });

  it('stays read when the day is read again', () => {
    const read = withRead(withRows(noInbox, [mine, answer], aliases), () => true);
    expect(withRows(read, [mine, answer], aliases)).toEqual(read);
  });
});

it('a thread is muted once, and heard again', () => {
  const where = { room: 'square', thread: 't' };
  const muted = withMuted(withMuted(noInbox, where, true), where, true);
  expect(muted.muted).toEqual([where]);
  expect(withMuted(muted, where, false).muted).toEqual([]);
});
