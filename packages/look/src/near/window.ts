import { lookLimits } from '../limits.ts';
import { alikeness, type Fingerprint } from './fingerprint.ts';

/** What a window says of a text. */
export interface Seen {
  /** Texts in the window that are near-duplicates. */
  readonly alike: number;
  /** One of them was held or refused as advertising. */
  readonly held: boolean;
}

interface Kept {
  readonly fingerprint: Fingerprint;
  readonly held: boolean;
  readonly slot: number;
}

/** One posting to compare. `slot` is a time in slots of five minutes: the finest talk keeps. */
export interface Posting {
  readonly room: string;
  readonly slot: number;
  readonly fingerprint: Fingerprint | undefined;
}

/**
 * The fingerprints of late, in memory alone: no text, no pseudonym, no time finer than a slot. Bounded by its limits
 * whatever comes; gone when the process ends.
 */
export interface Window {
  /** Compares with the room's own texts and with those of the instance. Nothing is kept by it. */
  see(posting: Posting): Seen;
  /** Keeps a text that was accepted or held, for those to come. */
  keep(posting: Posting, held: boolean): void;
  /** How many fingerprints are kept. */
  readonly size: number;
}

/** How much a window keeps, how long, and what it takes for alike. */
type WindowLimits = Readonly<
  Record<'windowRoom' | 'windowInstance' | 'windowRooms' | 'windowSlots' | 'alikeSlots', number>
>;

/** An empty window. A room's own ring outlasts a busy instance; the instance's finds the same text in many rooms. */
export function makeWindow(limits: WindowLimits = lookLimits): Window {
  const rooms = new Map<string, Kept[]>();
  const instance: Kept[] = [];

  const put = (ring: Kept[], kept: Kept, most: number): void => {
    ring.push(kept);
    if (ring.length > most) ring.splice(0, ring.length - most);
  };

  return {
    see({ room, slot, fingerprint }) {
      if (!fingerprint) return { alike: 0, held: false };
      const near = new Set<Kept>();
      for (const kept of [...instance, ...(rooms.get(room) ?? [])]) {
        if (slot - kept.slot > limits.windowSlots) continue;
        if (alikeness(kept.fingerprint, fingerprint) >= limits.alikeSlots) near.add(kept);
      }
      return { alike: near.size, held: [...near].some(({ held }) => held) };
    },
    keep({ room, slot, fingerprint }, held) {
      if (!fingerprint) return;
      const kept = { fingerprint, held, slot };
      put(instance, kept, limits.windowInstance);
      const ring = rooms.get(room) ?? [];
      rooms.delete(room); // the room that was written in last stands last
      rooms.set(room, ring);
      put(ring, kept, limits.windowRoom);
      const oldest = rooms.keys().next();
      if (rooms.size > limits.windowRooms && !oldest.done) rooms.delete(oldest.value);
    },
    get size() {
      return new Set([...instance, ...[...rooms.values()].flat()]).size;
    },
  };
}
