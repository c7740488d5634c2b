import type { DeviceLock, Notes } from '@teahouse/client';
import {
  bringKeeper,
  type KeptList,
  keptLists,
  prefix,
  sealedMark,
  written,
} from '../talk/find/device/kept.ts';

/** How pages tell each other that a sealed list changed: of a Store nobody hears by itself. */
export interface OtherPages {
  tell(): void;
  listen(listener: () => void): void;
}

/**
 * Keeps what was looked at (rooms followed, threads seen, last searches) as the lock keeps everything else. The first page
 * reads these lists before the wallet's code is there, so without a lock they stand in `localStorage`; with one they are
 * notes in the client's Store, are empty while it is locked, and what changes before it opens waits in the page's
 * memory. docs/decisions/0014.
 */
export function sealLists(
  { deviceLock, notes }: { deviceLock: DeviceLock; notes: Notes },
  pages: OtherPages,
): void {
  let last: Promise<void> = Promise.resolve();
  /** One after the other. What fails stays as it is: locked meanwhile, or the device is full. */
  const next = (task: () => Promise<void>) => {
    last = last.then(task).catch(() => undefined);
  };

  /** What still stands in clear is newer than what was sealed: it is only there where a change of form was interrupted. */
  async function seal(list: KeptList): Promise<void> {
    const inClear = written(list.name);
    await notes.set(list.name, list.join(inClear ?? (await notes.get(list.name))));
    if (inClear !== null) localStorage.removeItem(prefix + list.name);
  }
  async function open(): Promise<void> {
    // Before anything else: from now on nobody writes into clear.
    localStorage.setItem(sealedMark, '1');
    bringKeeper((list) =>
      next(async () => {
        await seal(list);
        pages.tell();
      }),
    );
    for (const list of keptLists) await seal(list);
  }
  async function close(): Promise<void> {
    localStorage.setItem(sealedMark, '1');
    bringKeeper(null);
    for (const list of keptLists) list.join(null);
  }
  /** The lock was turned off, or the Store was wiped. */
  async function unseal(): Promise<void> {
    bringKeeper(null);
    if (localStorage.getItem(sealedMark) === null) return;
    for (const list of keptLists) {
      const kept = await notes.get(list.name);
      if (kept !== undefined) localStorage.setItem(prefix + list.name, JSON.stringify(list.join(kept)));
    }
    localStorage.removeItem(sealedMark);
    for (const { name } of keptLists) await notes.delete(name);
  }

  const form = { off: unseal, open, locked: close };
  let state: keyof typeof form | undefined;
  const look = () => {
    const now = deviceLock.snapshot().state;
    if (now === state) return;
    state = now;
    next(form[now]);
  };
  look();
  deviceLock.subscribe(look);
  pages.listen(() =>
    next(async () => {
      if (state === 'open') for (const list of keptLists) list.join(await notes.get(list.name));
    }),
  );
}
