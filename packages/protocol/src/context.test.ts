import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from './bytes.ts';
import {
  ballotContext,
  dayOf,
  isInstance,
  isoWeek,
  isWeek,
  openWeeks,
  reportContext,
  roomContext,
  slotOf,
  threadContext,
  tokensContext,
} from './context.ts';
import { bytes32, codeOf } from './testing.ts';

const aDate = fc.date({ min: new Date('1970-01-05'), max: new Date('2200-01-01'), noInvalidDate: true });

describe('contexts', () => {
  it('differ by use, even over the same bytes', () => {
    const id = bytes32('id');
    const all = [
      threadContext(id),
      reportContext(id),
      ballotContext(id, '2026-11'),
      ballotContext(id, '2026-12'),
      roomContext('acme', '2026-11-22'),
      roomContext('acme', '2026-11-23'),
      tokensContext('tea.example', '2026-W47'),
      tokensContext('tea.example', '2026-W48'),
    ];
    expect(new Set(all.map(hex)).size).toBe(all.length);
    for (const context of all) expect(context).toHaveLength(32);
  });

  it.each([
    () => reportContext(new Uint8Array(31)),
    () => ballotContext(new Uint8Array(33), '2026-11'),
    () => ballotContext(bytes32('x'), '2026-1'),
    () => roomContext('Room', '2026-11-22'),
    () => roomContext('room', '2026-02-30'),
    () => roomContext('room', '2026-11-22T00:00:00Z'),
    () => tokensContext('two words', '2026-W47'),
    () => tokensContext('', '2026-W47'),
    () => tokensContext('tea.example', '2026-W54'),
  ])('are not made of malformed parts (%#)', (make) => {
    expect(codeOf(make)).toBe('context-invalid');
  });

  it('take host names with ports for instances', () => {
    expect(isInstance('localhost:8443')).toBe(true);
    expect(isInstance('a'.repeat(121))).toBe(false);
  });
});

describe('weeks, days and slots', () => {
  it.each([
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-03', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['1970-01-01', '1970-W01'],
  ])('%s lies in the ISO week %s', (day, week) => {
    expect(isoWeek(new Date(`${day}T12:00:00Z`))).toBe(week);
  });

  it('change their week on Monday at midnight UTC and only then', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const dayBefore = new Date(date.getTime() - 86_400_000);
        expect(isWeek(isoWeek(date))).toBe(true);
        expect(isoWeek(date) !== isoWeek(dayBefore)).toBe(date.getUTCDay() === 1);
      }),
    );
  });

  it('leave this week and the one before open for a draw', () => {
    expect(openWeeks(new Date('2026-11-22T23:59:59Z'))).toEqual(['2026-W47', '2026-W46']);
    expect(openWeeks(new Date('2026-11-23T00:00:00Z'))).toEqual(['2026-W48', '2026-W47']);
    expect(openWeeks(new Date('2027-01-05T12:00:00Z'))).toEqual(['2027-W01', '2026-W53']);
  });

  it('floor to five minutes, never more, and stay where they are when floored', () => {
    expect(slotOf(new Date('2026-11-22T10:44:59.999Z'))).toBe('2026-11-22T10:40:00Z');
    fc.assert(
      fc.property(aDate, (date) => {
        const floored = new Date(slotOf(date));
        const behind = date.getTime() - floored.getTime();
        expect(behind >= 0 && behind < 300_000).toBe(true);
        expect(slotOf(floored)).toBe(slotOf(date));
      }),
    );
  });

  it('name days in UTC and refuse what is no date', () => {
    expect(dayOf(new Date('2026-11-22T23:59:59Z'))).toBe('2026-11-22');
    expect(codeOf(() => dayOf(new Date(Number.NaN)))).toBe('time-invalid');
    expect(codeOf(() => isoWeek(new Date(-1)))).toBe('time-invalid');
  });
});
