import type { Teahouse } from '@teahouse/client';
import { tellPages } from './tabs.ts';

/** Says to the next page that its predecessor was about to forget: nothing else may set it. */
const flag = 'teahouse.forgetting';
/** The app's own files: the same for everybody, and of nobody. */
const shell = 'teahouse-shell-';

const done = (request: IDBRequest): Promise<void> =>
  new Promise((resolve) => {
    const end = () => resolve();
    // Blocked: another page of this browser still has it open. It is empty already, and goes when that page does.
    Object.assign(request, { onsuccess: end, onerror: end, onblocked: end });
  });

async function clearDatabases(): Promise<void> {
  const found = (await indexedDB.databases?.()) ?? [{ name: 'teahouse' }];
  await Promise.all(found.map(({ name }) => (name ? done(indexedDB.deleteDatabase(name)) : undefined)));
}
async function clearCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.filter((name) => !name.startsWith(shell)).map((name) => caches.delete(name)));
}

let leaving = false;

/** Whether this page is about to end because the device forgets: nothing may be written any more. */
export const isForgetting = (): boolean => leaving;

/**
 * Leaves for a page that holds nothing. The router notes down on leaving how far pages were read: what comes after it
 * clears that too. For this page, and for every other one that is told.
 */
export function leaveEmpty(): void {
  leaving = true;
  addEventListener('pagehide', () => {
    sessionStorage.clear();
    sessionStorage.setItem(flag, '1');
  });
  location.replace('/forgotten');
}

/**
 * Empties every place in which this house keeps something on the device, then loads a page anew: what stands in memory
 * goes with the page that had it. protocol.md 7; product.md T14.
 */
export async function forgetDevice(client: Teahouse): Promise<void> {
  // First the other pages go: none of them may write after this one has wiped.
  tellPages({ kind: 'forgotten' });
  await client.forget();
  await clearCaches();
  localStorage.clear();
  leaveEmpty();
}

/** Ends what the page before began: only now nothing holds the database open. Does nothing for who just came by. */
export async function finishForgetting(): Promise<void> {
  if (sessionStorage.getItem(flag) === null) return;
  sessionStorage.removeItem(flag);
  await clearDatabases();
}
