import { expect, test } from 'vitest';
import { companiesOf } from './companies-of.ts';

const credential = (epoch: string, company: string, standing: 'current' | 'former' = 'current') => ({
  ...{ epoch, company, standing },
  ...{ industry: 'internet', key: 'key' },
});

test('own companies are those of the newest month in which somebody works there', () => {
  const credentials = [
    credential('2026-11', 'old'),
    credential('2026-12', 'one'),
    credential('2026-12', 'two'),
    credential('2026-12', 'left', 'former'),
  ];
  expect(companiesOf({ credentials })).toEqual(['one', 'two']);
  expect(companiesOf({ credentials: [] })).toEqual([]);
});
