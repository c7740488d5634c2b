import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from './bytes.ts';
import {
  type Credential,
  credentialCounts,
  credentialMessages,
  epochOf,
  isSlug,
  nextEpoch,
  previousEpoch,
  startOfEpoch,
} from './credential.ts';
import { codeOf } from './testing.ts';

const credential: Credential = {
  epoch: '2026-11',
  company: 'lantern-9',
  industry: 'games',
  standing: 'current',
};

describe('messages of a credential', () => {
  it('stand in their order', () => {
    expect(credentialMessages(credential).map(fromUtf8)).toEqual([
      'v1',
      '2026-11',
      'lantern-9',
      'games',
      'current',
    ]);
  });

  it.each([
    { epoch: '2026-13' },
    { epoch: '2026-11 ' },
    { company: 'Lantern' },
    { company: '' },
    { industry: 'a'.repeat(41) },
    { industry: '-games' },
    { standing: 'leaving' },
  ])('are not made of %j', (change) => {
    expect(codeOf(() => credentialMessages({ ...credential, ...change } as Credential))).toBe(
      'credential-invalid',
    );
  });

  it('take ids of up to forty letters, digits and hyphens', () => {
    expect(isSlug('a'.repeat(40))).toBe(true);
    expect(isSlug('茶')).toBe(false);
    expect(isSlug('a\n')).toBe(false);
    expect(isSlug(7)).toBe(false);
  });
});

describe('epochs', () => {
  it('are months in UTC', () => {
    expect(epochOf(new Date('2026-10-31T23:59:59.999Z'))).toBe('2026-10');
    expect(epochOf(new Date('2026-11-01T00:00:00Z'))).toBe('2026-11');
    expect(startOfEpoch('2026-11').toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });

  it('follow each other over the year', () => {
    expect(nextEpoch('2026-12')).toBe('2027-01');
    expect(previousEpoch('2027-01')).toBe('2026-12');
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true }), (date) => {
        expect(previousEpoch(nextEpoch(epochOf(date)))).toBe(epochOf(date));
      }),
    );
  });

  it('are refused in any other form', () => {
    expect(codeOf(() => nextEpoch('2026-00'))).toBe('time-invalid');
    expect(codeOf(() => nextEpoch('9999-12'))).toBe('time-invalid');
    expect(codeOf(() => epochOf(new Date(Number.NaN)))).toBe('time-invalid');
  });
});

describe('a credential of November', () => {
  const counts = (now: string, issued: string[] = ['2026-11']) =>
    credentialCounts({ epoch: '2026-11', now: new Date(now), issued });

  it('counts in November and not before', () => {
    expect(counts('2026-10-31T23:59:59Z', [])).toBe(false);
    expect(counts('2026-11-01T00:00:00Z')).toBe(true);
    expect(counts('2026-11-30T23:59:59Z')).toBe(true);
  });

  it("counts on until December's first batch is out, three days at most", () => {
    expect(counts('2026-12-01T00:00:00Z')).toBe(true);
    expect(counts('2026-12-03T23:59:59.999Z')).toBe(true);
    expect(counts('2026-12-04T00:00:00Z')).toBe(false);
    expect(counts('2026-12-01T04:00:00Z', ['2026-11', '2026-12'])).toBe(false);
    expect(counts('2027-01-01T00:00:00Z')).toBe(false);
  });

  it('knows by a batch that is out that its epoch has begun, whatever the clock says', () => {
    expect(counts('2026-10-31T23:59:59Z', ['2026-11'])).toBe(true);
    expect(counts('2026-11-20T09:00:00Z', ['2026-11', '2026-12'])).toBe(false);
  });
});
