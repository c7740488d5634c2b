import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEntry, sealEntry, sealedKey } from './seal.ts';
import { rng, testKey } from './test-lock.ts';

/** Plain data as the Store's parts keep it. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.bigInt(),
    fc.uint8Array({ maxLength: 80 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe('a sealed entry', () => {
  it('opens to the name and the value that were sealed, whatever they are', async () => {
    const key = await testKey();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), plain, async (name, value) => {
        const sealed = await sealEntry(key, 'sealed/place', { name, value }, rng);
        expect(await openEntry(key, 'sealed/place', sealed)).toEqual({ name, value });
      }),
      { numRuns: 200 },
    );
  });

  it('does not open with any bit of it changed, cut short, or in another place', async () => {
    const key = await testKey();
    const sealed = await sealEntry(key, 'sealed/place', { name: 'a', value: 1 }, rng);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = Uint8Array.from(sealed, (byte, i) =>
          i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        expect(await openEntry(key, 'sealed/place', changed)).toBeNull();
        expect(await openEntry(key, 'sealed/place', sealed.subarray(0, bit >> 3))).toBeNull();
      }),
    );
    expect(await openEntry(key, 'sealed/elsewhere', sealed)).toBeNull();
    expect(await openEntry(key, 'sealed/place', 'not bytes')).toBeNull();
  });

  it('has a length that tells little, and a place that does not tell its name', async () => {
    const key = await testKey();
    const length = async (text: string) =>
      (await sealEntry(key, 'sealed/place', { name: 'draft/thread/x', value: { text } }, rng)).length;
    expect(await length('no')).toBe(await length('a longer sentence than that'));
    const place = await sealedKey(key, 'alias/somewhere');
    expect(place).toMatch(/^sealed\/[\w-]{24}$/);
    expect(await sealedKey(key, 'alias/somewhere')).toBe(place);
    expect(await sealedKey(key, 'alias/elsewhere')).not.toBe(place);
  });
});
