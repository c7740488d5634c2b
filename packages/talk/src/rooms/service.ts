import type { Pool } from '@teahouse/kit/pool';
import { refuse } from '../errors.ts';
import type { IssuerView } from '../window/view.ts';
import type { RoomPlan } from './fixed.ts';
import { roomsFor } from './policy.ts';
import { openRooms, readRoom } from './store.ts';

/** A room as far as acts and reads are judged by it. */
export type OpenRoom = Pick<RoomPlan, 'id' | 'company' | 'access'>;

/** Whether only colleagues read it. */
export const isInside = ({ access }: Pick<OpenRoom, 'access'>): boolean => access === 'colleagues';

/** Which rooms are open, remembered: rooms are never closed and keep who reads them, so an answer holds for ever. */
export interface RoomBook {
  /** Throws `unknown-room`; asks the database only about rooms not seen yet. */
  require(room: string): Promise<OpenRoom>;
  /** Opens what the issuer's documents now open. */
  sync(view: IssuerView | undefined): Promise<void>;
}

export function createRoomBook(pool: Pool, floor: number): RoomBook {
  const known = new Map<string, OpenRoom>();
  return {
    async require(room) {
      const found = known.get(room) ?? (await readRoom(pool, room));
      if (!found) throw refuse('unknown-room');
      known.set(room, found);
      return found;
    },
    async sync(view) {
      const rooms = roomsFor(view, floor);
      await openRooms(pool, rooms);
      for (const room of rooms) known.set(room.id, room);
    },
  };
}
