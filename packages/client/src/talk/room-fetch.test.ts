import { describe, expect, it } from 'vitest';
import { roomRead, withRoomKeys } from './room-fetch.ts';

describe('the room that a request reads', () => {
  const base = 'https://talk.example/api/talk';
  it('is that of its path, or of a search', () => {
    expect(roomRead(`${base}/rooms/in-x/threads?before=a`)).toBe('in-x');
    expect(roomRead('/api/talk/rooms/in-x/posts/p/ballots/poll')).toBe('in-x');
    expect(roomRead(`${base}/search?q=a&room=in-x`)).toBe('in-x');
  });
  it('is none for lists and files of all rooms, for other addresses, and for whatever is sent', () => {
    for (const path of [
      '/rooms',
      '/threads',
      '/bulk/posts?day=2026-11-18',
      '/search?q=rooms/in-x/',
      '/info',
    ]) {
      expect(roomRead(base + path), path).toBeUndefined();
    }
    expect(roomRead('https://talk.example/elsewhere/rooms/in-x/threads')).toBeUndefined();
    expect(roomRead(`${base}/rooms/in-x/acts`, 'POST')).toBeUndefined();
    expect(roomRead(`${base}/rooms/in-x/key`, 'POST')).toBeUndefined();
  });
});

describe('a read with a key', () => {
  const closed = () => new Response(JSON.stringify({ code: 'room-closed' }), { status: 403 });
  const address = '/api/talk/rooms/in-x/threads';

  /** Opens to `good` alone; says with which keys it was tried. */
  function house(good: string) {
    const tried: (string | null)[] = [];
    const caches: (RequestCache | undefined)[] = [];
    const fetch: typeof globalThis.fetch = async (_input, init) => {
      const key = new Headers(init?.headers).get('teahouse-room-key');
      tried.push(key);
      caches.push(init?.cache);
      return key === good ? new Response('{}') : closed();
    };
    return { fetch, tried, caches };
  }

  it('is tried once more with another key, and no more than once', async () => {
    const { fetch, tried, caches } = house('new');
    const keyed = withRoomKeys(fetch, { held: () => 'old', again: async () => 'new' });
    expect((await keyed(address)).status).toBe(200);
    expect(tried).toEqual(['old', 'new']);
    expect(new Set(caches)).toEqual(new Set(['no-store']));
    const stubborn = house('never');
    const keys = { held: () => 'old', again: async () => 'new' };
    expect((await withRoomKeys(stubborn.fetch, keys)(address)).status).toBe(403);
    expect(stubborn.tried).toEqual(['old', 'new']);
  });

  it('is left as it is where no key is held, or no other is to be had', async () => {
    const { fetch, tried } = house('key');
    const answer = await withRoomKeys(fetch, { held: () => undefined, again: async () => 'key' })(address);
    expect([answer.status, tried]).toEqual([403, [null]]);
    const refused = await withRoomKeys(fetch, { held: () => 'old', again: async () => undefined })(address);
    expect(((await refused.json()) as { code: string }).code).toBe('room-closed');
  });

  it('is not tried again for any other refusal', async () => {
    const tried: string[] = [];
    const fetch = async () => new Response('{"code":"unknown-thread"}', { status: 404 });
    const keys = {
      held: () => 'key',
      again: async (room: string) => {
        tried.push(room);
        return 'other';
      },
    };
    expect((await withRoomKeys(fetch, keys)(address)).status).toBe(404);
    expect(tried).toEqual([]);
  });
});
