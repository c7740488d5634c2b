import { talkLimits } from '@teahouse/contract/talk/limits';
import { protocolLimits } from '@teahouse/protocol';
import { expect, it } from 'vitest';

it('contract and protocol name the same limits, though neither imports the other', () => {
  const shared = Object.entries(protocolLimits).filter(([name]) => name in talkLimits);
  expect(shared.length).toBeGreaterThanOrEqual(8);
  expect(Object.fromEntries(shared)).toEqual(
    Object.fromEntries(shared.map(([name]) => [name, talkLimits[name as keyof typeof talkLimits]])),
  );
});
