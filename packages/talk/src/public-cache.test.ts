import { describe, expect, it } from 'vitest';
import { createPublicCache } from './public-cache.ts';

/** A source that counts how often it is asked, and answers when told. */
function source() {
  let asked = 0;
  const waiting: (() => void)[] = [];
  const make = async () => {
    asked += 1;
    const answer = { number: asked };
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answer;
  };
  return {
    make,
    count: () => asked,
    answer: async () => {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
const textOf = async (read: Promise<{ bytes: Buffer }>) => (await read).bytes.toString();

describe('public reads', () => {
  it('of a crowd ask once, and once more when something was said', async () => {
    const cache = createPublicCache();
    const { make, count, answer } = source();
    const crowd = Array.from({ length: 1000 }, () => cache.read('a', 'square', make));
    await answer();
    expect(new Set(await Promise.all(crowd)).size).toBe(1);
    await cache.read('a', 'square', make);
    expect(count()).toBe(1);
    cache.drop('square');
    const next = cache.read('a', 'square', make);
    await answer();
    expect(await textOf(next)).toBe('{"number":2}');
  });

  it('never show what was read before an act to whoever asks after it', async () => {
    const cache = createPublicCache();
    const { make, answer } = source();
    const before = cache.read('a', 'square', make);
    cache.drop('square'); // the act, while the first read is on its way
    const after = cache.read('a', 'square', make);
    await answer();
    expect([await textOf(before), await textOf(after)]).toEqual(['{"number":1}', '{"number":2}']);
    expect(await textOf(cache.read('a', 'square', make))).toBe('{"number":2}');
  });

  it('of one room are not touched by an act in another, those of all rooms are', async () => {
    const cache = createPublicCache();
    const { make, count, answer } = source();
    for (const [key, room] of [['one', 'square'] as const, ['all', null] as const]) {
      void cache.read(key, room, make);
      await answer();
    }
    cache.drop('pay');
    void cache.read('one', 'square', make);
    void cache.read('all', null, make);
    expect(count()).toBe(3);
    await answer();
  });

  it('that fail are asked again', async () => {
    const cache = createPublicCache();
    await expect(cache.read('a', null, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await textOf(cache.read('a', null, async () => 'here'))).toBe('"here"');
  });

  it('have an ETag that follows their content', async () => {
    const cache = createPublicCache();
    const etag = async (value: unknown) =>
      (await cache.read(crypto.randomUUID(), null, async () => value)).etag;
    expect(await etag({ a: 1 })).toBe(await etag({ a: 1 }));
    expect(await etag({ a: 1 })).not.toBe(await etag({ a: 2 }));
  });
});
