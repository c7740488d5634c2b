import { describe, expect, it } from 'vitest';
import { device, diskOf } from './test-lock.ts';
import { browser, lockedInner, page, passphrase } from './test-pages.ts';

describe('several tabs', () => {
  it('are all open once one of them was unlocked, and a new one opens by itself', async () => {
    const inner = await lockedInner();
    const shared = browser();
    const [a, b] = [await page(inner, shared), await page(inner, shared)];
    await a.lock.unlock(passphrase);
    await shared.settled();
    expect(b.lock.snapshot().state).toBe('open');
    const c = await page(inner, shared);
    await shared.settled();
    expect(c.lock.snapshot().state).toBe('open');
    expect(await c.store.get('draft/thread/x')).toEqual({ text: '还没有说出口的话', title: undefined });
  });

  it('are all locked once one of them is, and let go of what they had read', async () => {
    const inner = await lockedInner();
    const shared = browser();
    const [a, b] = [await page(inner, shared), await page(inner, shared)];
    await a.lock.unlock(passphrase);
    await shared.settled();
    const before = b.reloads;
    await a.lock.lock();
    await shared.settled();
    expect([a.lock.snapshot().state, b.lock.snapshot().state]).toEqual(['locked', 'locked']);
    expect(b.reloads).toBe(before + 1);
    expect(await b.store.get('wallet')).toBeUndefined();
  });

  it('stay open when one of them turns the lock on, and when it is turned off', async () => {
    const inner = device();
    const shared = browser();
    const [a, b] = [await page(inner, shared), await page(inner, shared)];
    await a.lock.turnOn(passphrase);
    await shared.settled();
    expect(b.lock.snapshot().state).toBe('open');
    await b.store.set('draft/room/square', { text: 'from b' });
    expect(await diskOf(inner)).not.toContain('from b');
    await a.lock.turnOff();
    await shared.settled();
    expect(b.lock.snapshot().state).toBe('off');
    expect(await inner.get('draft/room/square')).toEqual({ text: 'from b' });
  });
});
