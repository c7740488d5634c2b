import { roomKeyHeader, talkPrefix } from '@teahouse/contract/talk/paths';

type Fetch = typeof globalThis.fetch;

/** Where the keys of colleagues-only rooms come from. */
export interface RoomKeySource {
  /** The key to read this room with; undefined for a room that was not entered, and for public ones. */
  held(room: string): string | undefined;
  /** Another key after this one was refused; undefined where there is none to be had. */
  again(room: string, refused: string): Promise<string | undefined>;
}

const underRoom = new RegExp(`${talkPrefix}/rooms/([^/?#]+)/`);
const inSearch = new RegExp(`${talkPrefix}/search\\?(.*)`);

/** The room that a request reads; undefined for what is about none, and for acts, which never carry a key. */
export function roomRead(url: string, method = 'GET'): string | undefined {
  if (method !== 'GET') return undefined;
  const room = underRoom.exec(url)?.[1];
  if (room !== undefined) return decodeURIComponent(room);
  return new URLSearchParams(inSearch.exec(url)?.[1]).get('room') ?? undefined;
}

const isClosed = async (response: Response): Promise<boolean> => {
  if (response.status !== 403) return false;
  const problem: { code?: string } = await response
    .clone()
    .json()
    .catch(() => ({}));
  return problem.code === 'room-closed';
};

/**
 * A `fetch` that sends the key of a room along with every read of it: lists, threads, streams, files. A room that was
 * entered and closed since is entered once more; one that was not is left closed. protocol.md 2, "Reading a room".
 */
export function withRoomKeys(fetch: Fetch, keys: RoomKeySource): Fetch {
  return async (input, init) => {
    const room = roomRead(input instanceof Request ? input.url : String(input), init?.method);
    const key = room === undefined ? undefined : keys.held(room);
    if (room === undefined || key === undefined) return fetch(input, init);
    const ask = (carried: string) => {
      const headers = new Headers(init?.headers);
      headers.set(roomKeyHeader, carried);
      // A browser's cache is a disk: what is said in the room is not put there.
      return fetch(input, { ...init, headers, cache: 'no-store' });
    };
    const answer = await ask(key);
    if (!(await isClosed(answer))) return answer;
    const next = await keys.again(room, key);
    return next === undefined ? answer : ask(next);
  };
}
