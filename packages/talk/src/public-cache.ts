import { transcode } from 'node:buffer';
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { jsonOf } from './ready-json.ts';

/** An answer as it is sent. */
export interface Rendered {
  readonly bytes: Buffer;
  readonly etag: string;
}

/**
 * Answers to public reads, each made once for a whole crowd: who asks while one is being made gets the same, and for a
 * second after nobody asks the database. Reads carry no identity, so one answer is right for everybody.
 */
export interface PublicCache {
  /** The answer under `key`, made by `make` where none is fresh. `room`: the one it is about, or null for all of them. */
  read(key: string, room: string | null, make: () => Promise<unknown>): Promise<Rendered>;
  /** Something changed in a room, or everywhere (null): what was made before, or is being made, is not shown again. */
  drop(room: string | null): void;
}

const freshMs = 1000;
const mostBytes = 64 * 1024 * 1024;
/** What an entry takes besides its bytes. */
const overhead = 500;

/**
 * JSON with an ETag from its content. By way of UTF-16, which is what a string with Chinese in it is in memory: `Buffer.from`
 * took four times as long for 77 kB of Chinese (Node 20).
 */
export function render(value: unknown): Rendered {
  const bytes = transcode(Buffer.from(jsonOf(value), 'utf16le'), 'utf16le', 'utf8');
  return { bytes, etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"` };
}

interface Entry {
  readonly room: string | null;
  readonly answer: Promise<Rendered>;
}

/** `onDrop` is told first, so that what is made anew is made of what is new. */
export function createPublicCache(onDrop: (room: string | null) => void = () => {}): PublicCache {
  const fresh = new LRUCache<string, Entry & { readonly size: number }>({
    maxSize: mostBytes,
    ttl: freshMs,
    sizeCalculation: ({ size }) => size + overhead,
  });
  const making = new Map<string, Entry>();

  /** Keeps an answer for a second, unless something changed while it was made. */
  async function settle(key: string, entry: Entry): Promise<void> {
    const { bytes } = await entry.answer;
    if (making.get(key) === entry) fresh.set(key, { ...entry, size: bytes.length });
  }

  return {
    read(key, room, make) {
      const found = fresh.get(key) ?? making.get(key);
      if (found) return found.answer;
      const entry = { room, answer: make().then(render) };
      making.set(key, entry);
      settle(key, entry)
        .catch(() => undefined) // whoever waits for the answer hears of it
        .finally(() => making.get(key) === entry && making.delete(key));
      return entry.answer;
    },
    drop(room) {
      onDrop(room);
      const isHit = (entry: Entry) => room === null || entry.room === null || entry.room === room;
      for (const [key, entry] of making) if (isHit(entry)) making.delete(key);
      for (const [key, entry] of fresh.entries()) if (isHit(entry)) fresh.delete(key);
    },
  };
}
