import { createHash } from 'node:crypto';
import type { ConsoleEntry } from '@teahouse/contract/members';
import { actText, chainStart, saidText } from '@teahouse/contract/members/console-chain';
import { describe, expect, it } from 'vitest';
import { firstFault } from './verify-log.ts';

const hashOf = (...parts: (Uint8Array | string)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** A record as the server writes it, the latest first. */
function recordOf(...reasons: string[]): ConsoleEntry[] {
  let before: Uint8Array = chainStart;
  return reasons
    .map((reason, i): ConsoleEntry => {
      const said = { by: 'Olga', subject: '青港', value: '', reason };
      const salt = hashOf(reason).subarray(0, 16);
      const digest = hashOf(salt, saidText(said));
      const act = { n: i + 1, day: '2026-11-23', act: 'company-approve' as const };
      const hash = hashOf(before, digest, actText(act));
      before = hash;
      const text = (bytes: Buffer) => bytes.toString('base64url');
      return { ...act, digest: text(digest), hash: text(hash), said: { ...said, salt: text(salt) } };
    })
    .reverse();
}

describe('the record of the console', () => {
  const [third, second, first] = recordOf('one', 'two', 'three') as [
    ConsoleEntry,
    ConsoleEntry,
    ConsoleEntry,
  ];

  it('is sound as it was written, also where words went with an account', async () => {
    expect(await firstFault([])).toBeNull();
    expect(await firstFault([third, second, first])).toBeNull();
    expect(await firstFault([third, { ...second, said: null }, first])).toBeNull();
  });

  it('is not where an entry was changed, left out, moved, or put in front', async () => {
    const said = second.said && { ...second.said, reason: 'another' };
    expect(await firstFault([third, { ...second, said }, first])).toBe(2);
    expect(await firstFault([third, { ...second, day: '2026-11-22' }, first])).toBe(2);
    expect(await firstFault([third, first])).toBe(3);
    expect(await firstFault([second, third, first])).toBe(3);
    expect(await firstFault([third, second])).toBe(2);
  });
});
