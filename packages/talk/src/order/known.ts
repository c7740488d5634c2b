import { setImmediate as turn } from 'node:timers/promises';
import { eyeLimits, type KnownPictures, makeKnownPictures } from '@teahouse/eye';
import type { Events } from '@teahouse/kit/events';
import type { Logger } from '@teahouse/kit/log';
import type { Pool } from '@teahouse/kit/pool';
import { bannedChannel, readBanned } from './banned.ts';

/** Milliseconds until the list is read again where reading it failed. */
const again = 5_000;

/** Hashes that are laid out at once. */
const step = 4_000;

/** What a new picture is compared with: all banned ones, in memory. */
export interface KnownBans extends Pick<KnownPictures, 'nearest'> {
  close(): void;
}

/**
 * Reads the banned pictures, and again, whole, whenever a process tells that one was banned or is so no longer
 * (`tellBanned`), or the line to the database was lost meanwhile: that is rare, and a list read whole cannot be half right.
 * Until it is read the one before counts.
 */
export async function followBanned(i: { pool: Pool; events: Events; log: Logger }): Promise<KnownBans> {
  let known = makeKnownPictures();
  let last: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function read(): Promise<void> {
    const hashes = await readBanned(i.pool, eyeLimits.known + 1);
    if (hashes.length > eyeLimits.known) i.log.warn('banned-pictures-full', { most: eyeLimits.known });
    const next = makeKnownPictures();
    // Ten thousand pictures take half a second to lay out: requests are served in between.
    for (let at = 0; at < hashes.length; at += step, await turn()) next.add(hashes.slice(at, at + step));
    known = next;
  }

  /** One after the other, so that what was read last is what stands last. */
  function refresh(): void {
    clearTimeout(retry);
    last = last.then(read).catch((error: unknown) => {
      if (closed) return;
      i.log.error('banned-pictures', error);
      retry = setTimeout(refresh, again).unref();
    });
  }

  // Listened to before it is read: what is banned in between is read twice, and not missed.
  await i.events.subscribe(bannedChannel, refresh);
  i.events.onGap(refresh);
  await read();
  return {
    nearest: (hashes, within) => known.nearest(hashes, within),
    close() {
      closed = true;
      clearTimeout(retry);
    },
  };
}
