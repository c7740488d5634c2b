import type { Pool } from '@teahouse/kit/pool';
import { refuse } from '../errors.ts';
import type { IssuerView } from '../window/view.ts';
import { roomsFor } from './policy.ts';
import { openRooms, roomExists } from './store.ts';

/** Which rooms are open, remembered: rooms are never closed, so a positive answer holds for ever. */
export interface RoomBook {
  /** Throws `unknown-room`; asks the database only about rooms not seen yet. */
  require(room: string): Promise<void>;
  /** Opens what the issuer's documents now open. */
  sync(view: IssuerView | undefined): Promise<void>;
}

export function createRoomBook(pool: Pool, floor: number): RoomBook {
  const known = new Set<string>();
  return {
    async require(room) {
      if (known.has(room)) return;
      if (!(await roomExists(pool, room))) throw refuse('unknown-room');
      known.add(room);
    },
    async sync(view) {
      const rooms = roomsFor(view, floor);
      await openRooms(pool, rooms);
      for (const { id } of rooms) known.add(id);
    },
  };
}
