import type { DeviceLock } from '@teahouse/client';
import { createIdle } from './idle.ts';
import { listenToPages, tellPages } from './tabs.ts';

/** How often it is looked, and how often other pages are told that somebody is here (milliseconds). */
const pause = 10_000;
const uses = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Locks the device when none of its pages was used for as long as its owner set. */
export function lockWhenIdle(lock: DeviceLock): void {
  const idle = createIdle(Date.now());
  let told = 0;
  /** Whether it was too long: then it is locked, and what woke it up does not count as use. */
  const look = (): boolean => {
    const { state, after } = lock.snapshot();
    const over = state === 'open' && idle.isOver(after, Date.now());
    if (over) void lock.lock();
    return over;
  };
  const use = () => {
    const now = Date.now();
    if (look()) return;
    idle.used(now);
    if (now - told < pause) return;
    told = now;
    tellPages({ kind: 'used' });
  };
  for (const name of uses) addEventListener(name, use, { passive: true, capture: true });
  document.addEventListener('visibilitychange', () => void look());
  listenToPages(({ kind }) => {
    if (kind === 'used') idle.used(Date.now());
  });
  let before = lock.snapshot().state;
  lock.subscribe(() => {
    const { state } = lock.snapshot();
    if (state === 'open' && before !== 'open') idle.used(Date.now());
    before = state;
  });
  setInterval(look, pause);
}
