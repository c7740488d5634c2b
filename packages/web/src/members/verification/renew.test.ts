import { describe, expect, test } from 'vitest';
import { daysToRenew } from './renew.ts';

const employment = { standing: 'current', expires: '2027-05-10' } as const;

describe('the reminder to prove an employer again', () => {
  test('comes fourteen days before the last one', () => {
    expect(daysToRenew(employment, new Date('2027-04-25T23:59:00Z'))).toBeUndefined();
    expect(daysToRenew(employment, new Date('2027-04-26T00:00:00Z'))).toBe(14);
    expect(daysToRenew(employment, new Date('2027-05-10T23:00:00Z'))).toBe(0);
  });

  test('is none for a former one', () => {
    const former = { ...employment, standing: 'former' } as const;
    expect(daysToRenew(former, new Date('2027-05-11T00:00:00Z'))).toBeUndefined();
  });
});
