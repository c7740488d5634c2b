import { expect, it } from 'vitest';
import { fillTemplate } from './fill.ts';

const values = { name: 'Ann {job}', job: 'Cook', company: '青港' };

it('fills in name, job and company, as often as they stand there', () => {
  expect(fillTemplate('Dear {name}, {job} at {company}: {job}?', { ...values, name: 'Ann' })).toBe(
    'Dear Ann, Cook at 青港: Cook?',
  );
});

it('takes what it fills in as it is', () => {
  expect(fillTemplate('{name} {other}', values)).toBe('Ann {job} {other}');
});
