import { createNotes } from '@teahouse/client/notes';
import type { Store } from '@teahouse/client/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { device, diskOf } from '../../../client/src/wallet/lock/test-lock.ts';
import { browser, page, passphrase } from '../../../client/src/wallet/lock/test-pages.ts';
import type { OtherPages } from './seal-lists.ts';

const storage = new Map<string, string>();
let inner: Store;
beforeEach(() => {
  storage.clear();
  inner = device();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const alone: OtherPages = { tell: () => undefined, listen: () => undefined };

/** A page that was loaded anew: its lists, and its wallet once that is opened. */
async function load(shared = browser(), pages = alone) {
  vi.resetModules();
  const { createKept, textsIn } = await import('../talk/find/device/kept.ts');
  const { sealLists } = await import('./seal-lists.ts');
  const rooms = createKept('rooms', textsIn);
  return {
    rooms: () => rooms.get(),
    follow: (room: string) => rooms.change((before) => [...before, room]),
    async openWallet() {
      const { lock, store } = await page(inner, shared);
      // As `openHolder` does: another page that is open may hand its key over.
      await shared.settled();
      const notes = createNotes(store);
      sealLists({ deviceLock: lock, notes }, pages);
      return { lock, kept: () => notes.get('rooms') };
    },
  };
}
/** A device that follows a room and was locked; its pages are closed. */
async function lockedDevice(): Promise<void> {
  const { follow, openWallet } = await load();
  follow('room-of-my-employer');
  const { lock, kept } = await openWallet();
  await lock.turnOn(passphrase);
  await vi.waitFor(async () => expect(await kept()).toEqual(['room-of-my-employer']));
  await vi.waitFor(() => expect(onTheDisk()).not.toContain('room-of-my-employer'));
}
const onTheDisk = () => JSON.stringify([...storage]);

test('without a lock the lists stand where the first page reads them', async () => {
  const { follow, openWallet } = await load();
  await openWallet();
  follow('pay');
  expect(storage.get('teahouse.find.rooms')).toBe('["pay"]');
});

test('a lock that is turned on takes them along: nothing of them is on the disk any more', async () => {
  await lockedDevice();
  expect(onTheDisk()).not.toContain('room-of-my-employer');
  expect(await diskOf(inner)).not.toContain('room-of-my-employer');
});

test('while it is locked they are empty; unlocked they are there again', async () => {
  await lockedDevice();
  const { rooms, openWallet } = await load();
  const { lock } = await openWallet();
  expect(rooms()).toEqual([]);
  await lock.unlock(passphrase);
  await vi.waitFor(() => expect(rooms()).toEqual(['room-of-my-employer']));
  await lock.lock();
  await vi.waitFor(() => expect(rooms()).toEqual([]));
});

test('what changes before the wallet is open waits in memory, and is then sealed with the rest', async () => {
  await lockedDevice();
  const shared = browser();
  const unlocked = await page(inner, shared);
  await unlocked.lock.unlock(passphrase);
  const { rooms, follow, openWallet } = await load(shared);
  follow('a-rare-room');
  expect(rooms()).toEqual(['a-rare-room']);
  expect(onTheDisk()).not.toContain('a-rare-room');
  const { kept } = await openWallet();
  await vi.waitFor(async () => expect(await kept()).toEqual(['room-of-my-employer', 'a-rare-room']));
  expect(rooms()).toEqual(['room-of-my-employer', 'a-rare-room']);
  expect(onTheDisk() + (await diskOf(inner))).not.toMatch(/a-rare-room|room-of-my-employer/);
});

test('what changes while it is locked goes with the page', async () => {
  await lockedDevice();
  const { rooms, follow, openWallet } = await load();
  const { lock } = await openWallet();
  expect(lock.snapshot().state).toBe('locked');
  follow('a-rare-room');
  expect(rooms()).toEqual(['a-rare-room']);
  expect(onTheDisk() + (await diskOf(inner))).not.toContain('a-rare-room');
});

test('a lock that is turned off puts them back, and leaves no note behind', async () => {
  await lockedDevice();
  const { rooms, openWallet } = await load();
  const { lock, kept } = await openWallet();
  await lock.unlock(passphrase);
  await lock.turnOff();
  await vi.waitFor(() => expect(storage.get('teahouse.find.rooms')).toBe('["room-of-my-employer"]'));
  await vi.waitFor(async () => expect(await kept()).toBeUndefined());
  expect(rooms()).toEqual(['room-of-my-employer']);
  expect(storage.has('teahouse.find.sealed')).toBe(false);
});

test('a list that an interrupted change of form left in clear is sealed at the next unlocking', async () => {
  await lockedDevice();
  storage.set('teahouse.find.rooms', '["left-in-clear"]');
  const { rooms, openWallet } = await load();
  const { lock } = await openWallet();
  await lock.unlock(passphrase);
  await vi.waitFor(() => expect(rooms()).toEqual(['left-in-clear']));
  await vi.waitFor(() => expect(onTheDisk()).not.toContain('left-in-clear'));
});

test('another page is told, and reads the sealed list anew', async () => {
  await lockedDevice();
  const shared = browser();
  let told = () => {};
  const second = await load(shared, { tell: () => undefined, listen: (listener) => (told = listener) });
  const { lock } = await second.openWallet();
  await lock.unlock(passphrase);
  await vi.waitFor(() => expect(second.rooms()).toEqual(['room-of-my-employer']));
  const first = await load(shared, { tell: () => told(), listen: () => undefined });
  await first.openWallet();
  await vi.waitFor(() => expect(first.rooms()).toEqual(['room-of-my-employer']));
  first.follow('pay');
  await vi.waitFor(() => expect(second.rooms()).toEqual(['room-of-my-employer', 'pay']));
});
