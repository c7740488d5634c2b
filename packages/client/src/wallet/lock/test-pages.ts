import { phraseFromSeed } from '@teahouse/protocol';
import type { Store } from '../../store.ts';
import { createDeviceLock, type DeviceLock } from './device-lock.ts';
import { createLockedStore } from './locked-store.ts';
import type { LockSecret, NewLockSecret } from './secrets.ts';
import type { TabMessage, Tabs } from './tabs.ts';
import { device, mutex, quickStretch, rng } from './test-lock.ts';

const seed = new Uint8Array(32).fill(0x53);
export const phrase = phraseFromSeed(seed);
export const passphrase = { kind: 'passphrase', passphrase: 'longjing before rain' } as const;
export const wrong: LockSecret = { kind: 'passphrase', passphrase: 'longjing after rain' };

/** Tabs of one browser: each hears the others. */
export function browser() {
  const listeners: ((message: TabMessage) => Promise<void>)[] = [];
  const heard: Promise<void>[] = [];
  return {
    settled: async () => {
      for (let i = 0; i < heard.length; i++) await heard[i];
    },
    tabs(): Tabs {
      let own: ((message: TabMessage) => Promise<void>) | undefined;
      return {
        listen: (listener) => {
          own = listener;
          listeners.push(listener);
        },
        tell: (message) => {
          for (const one of listeners) if (one !== own) heard.push(one(structuredClone(message)));
        },
      };
    },
  };
}

export interface Page {
  readonly lock: DeviceLock;
  readonly store: Store;
  reloads: number;
}
export async function page(inner: Store, shared = browser(), slow = quickStretch): Promise<Page> {
  const locked = createLockedStore({ inner, rng, mutex: mutex() });
  await locked.load();
  const one = { store: locked.store, reloads: 0 } as Page;
  const reload = async () => {
    one.reloads += 1;
    await locked.store.get('wallet');
  };
  const deps = { locked, rng, stretch: slow, seed: () => seed, tabs: shared.tabs(), reload };
  return Object.assign(one, { lock: createDeviceLock(deps) });
}
/** A store with a lock that was turned on. */
export async function lockedInner(secret: NewLockSecret = passphrase): Promise<Store> {
  const inner = device();
  const { lock } = await page(inner);
  await lock.turnOn(secret);
  return inner;
}
