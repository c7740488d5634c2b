import { talkLimits } from '@teahouse/contract/talk';
import { protocolLimits } from '@teahouse/protocol';
import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

it('the contract and the protocol know the same limits', () => {
  const shared = Object.keys(protocolLimits).filter((name) => name in talkLimits);
  expect(shared.length).toBeGreaterThanOrEqual(8);
  for (const name of shared as (keyof typeof protocolLimits & keyof typeof talkLimits)[]) {
    expect(talkLimits[name], name).toBe(protocolLimits[name]);
  }
});

it('an excerpt is one line of at most 140 characters, however they are encoded', () => {
  expect(excerptOf('  two\n\nlines\t')).toBe('two lines');
  expect(excerptOf('🍵'.repeat(140))).toBe('🍵'.repeat(140));
  expect(excerptOf('🍵'.repeat(141))).toBe(`${'🍵'.repeat(140)}…`);
});
