import { ApiError } from '@teahouse/client/errors';
import { describe, expect, test, vi } from 'vitest';
import { createReading, createReadings } from './reading.ts';

describe('a reading', () => {
  test('reads once for all who ask at the same moment, and again only when it is no longer fresh', async () => {
    let clock = 0;
    const read = vi.fn(async () => clock);
    const reading = createReading({ read, fresh: 100, now: () => clock });
    await Promise.all([reading.load(), reading.load()]);
    clock = 99;
    await reading.load();
    expect(read).toHaveBeenCalledTimes(1);
    clock = 100;
    await reading.load();
    expect(reading.snapshot().data).toBe(100);
  });

  test('keeps what was here when reading anew fails, and says why', async () => {
    const answers = [async () => 'words', async () => Promise.reject(new ApiError('not-found'))];
    const reading = createReading({
      read: () => answers.shift()?.() ?? Promise.reject(new Error('too often')),
    });
    await reading.refresh();
    await reading.refresh();
    expect(reading.snapshot().data).toBe('words');
    expect(reading.snapshot().error).toMatchObject({ code: 'not-found' });
  });

  test('tries again what may pass by itself, and nothing else', async () => {
    const passing = vi.fn().mockRejectedValueOnce(new ApiError('busy')).mockResolvedValue('words');
    const lasting = vi.fn().mockRejectedValue(new ApiError('unknown-thread'));
    const [first, second] = [passing, lasting].map((read) => createReading<string>({ read, pauses: [0, 0] }));
    await first?.load();
    await second?.load();
    expect(first?.snapshot()).toEqual({ data: 'words', error: undefined });
    expect(lasting).toHaveBeenCalledTimes(1);
  });

  test('tells its listeners of a change, and leaves the snapshot alone where there is none', async () => {
    const reading = createReading({ read: async () => 1 });
    const heard = vi.fn();
    reading.update((n) => n + 1);
    expect(reading.snapshot().data).toBeUndefined();
    await reading.load();
    const stop = reading.subscribe(heard);
    reading.update((n) => n + 1);
    stop();
    reading.update((n) => n + 1);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(reading.snapshot()).toBe(reading.snapshot());
    expect(reading.snapshot().data).toBe(3);
  });
});

test('readings by key are the same object until too many came after', () => {
  const of = createReadings((key) => createReading({ read: async () => key }), 2);
  const [a, b] = [of('a'), of('b')];
  expect(of('a')).toBe(a);
  of('c');
  expect(of('a')).toBe(a);
  expect(of('b')).not.toBe(b);
});

test('readings that are dropped are read anew, the others stay', () => {
  const of = createReadings((key) => createReading({ read: async () => key }));
  const [a, b] = [of('in-x/a'), of('square/b')];
  of.drop((key) => key.startsWith('in-x/'));
  expect(of('in-x/a')).not.toBe(a);
  expect(of('square/b')).toBe(b);
});
