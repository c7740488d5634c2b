import { describe, expect, it } from 'vitest';
import { daysBack, daysToRead, lastSettled } from './days.ts';

const at = (time: string) => new Date(time);

describe('the days whose files are read', () => {
  it('are sixty at first, whoever asks', () => {
    const days = daysToRead(undefined, at('2026-11-18T10:00:00Z'));
    expect(days).toHaveLength(daysBack);
    expect([days[0], days[1], days.at(-1)]).toEqual(['2026-11-18', '2026-11-17', '2026-09-20']);
  });

  it('are those after the last that is done, and today', () => {
    expect(daysToRead('2026-11-15', at('2026-11-18T10:00:00Z'))).toEqual([
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
    ]);
    expect(daysToRead('2026-11-17', at('2026-11-18T00:00:00Z'))).toEqual(['2026-11-18']);
    expect(daysToRead('2026-01-01', at('2026-11-18T10:00:00Z'))).toHaveLength(daysBack);
  });

  it('are today also where the clock of the device was ahead before', () => {
    expect(daysToRead('2027-03-01', at('2026-11-18T10:00:00Z'))).toEqual(['2026-11-18']);
  });

  it('are read again until an hour after they ended: an act of the last slot may be late', () => {
    expect(lastSettled(at('2026-11-18T00:59:59Z'))).toBe('2026-11-16');
    expect(lastSettled(at('2026-11-18T01:00:00Z'))).toBe('2026-11-17');
    expect(lastSettled(at('2026-03-01T12:00:00Z'))).toBe('2026-02-28');
  });
});
