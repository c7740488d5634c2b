import { describe, expect, it } from 'vitest';
import type { StoredCredential } from '../wallet/credentials.ts';
import { labelOptions } from './labels.ts';
import type { World } from './world.ts';

const epoch = '2026-11';
const credential = (company: string, industry: string): StoredCredential => ({
  ...{ epoch, company, industry, standing: 'current', key: 'k' },
  issuerPublicKey: new Uint8Array(96),
  signature: new Uint8Array(80),
  leaf: { salt: '', pin: '', evidence: 'mailbox-code', logged: 0 },
});
const count = (company: string, industry: string, n: number, evidence = 'mailbox-code') =>
  ({ epoch, company, industry, standing: 'current', evidence, n }) as const;
const world = (...counts: ReturnType<typeof count>[]) =>
  ({ info: { floor: 30, instance: 'i' }, issuer: { counts } }) as unknown as World;

describe('the labels one may wear', () => {
  const counts = [
    count('harbour', 'internet', 20),
    count('harbour', 'internet', 9, 'badge'),
    count('pier', 'internet', 5),
  ];

  it('come with the number of those who could have written under them, narrowest first', () => {
    const options = labelOptions(
      [credential('harbour', 'internet')],
      world(...counts, count('mill', 'retail', 9)),
    );
    expect(options.map(({ kind, n, allowed }) => [kind, n, allowed])).toEqual([
      ['company', 29, false],
      ['industry', 34, true],
      ['professional', 43, true],
      ['alias', 43, true],
    ]);
  });

  it('are offered once where two employments would show the same', () => {
    const two = [credential('harbour', 'internet'), credential('pier', 'internet')];
    const options = labelOptions(two, world(...counts));
    expect(options.map(({ kind, company }) => [kind, company])).toEqual([
      ['company', 'harbour'],
      ['company', 'pier'],
      ['industry', 'harbour'],
      ['professional', 'harbour'],
      ['alias', 'harbour'],
    ]);
  });

  it('leave at least the alias, however few there are', () => {
    const [last] = labelOptions([credential('mill', 'retail')], world()).toReversed();
    expect(last).toMatchObject({ kind: 'alias', n: 0, allowed: true });
  });
});
