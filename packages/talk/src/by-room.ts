/** A row of one room, by its id there. */
export interface RoomKey {
  readonly room_id: string;
  readonly id: Buffer;
}

/**
 * Locks rows that were found over all rooms, room after room and each by its own statement: Citus locks nothing in a statement
 * that is about more rooms than one (decision 0037). `hold` asks again for what they were found by, as it may have changed.
 */
export async function holdByRoom<Row>(
  found: readonly RoomKey[],
  hold: (room: string, ids: readonly Buffer[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rooms = new Map<string, Buffer[]>();
  for (const { room_id, id } of found) rooms.set(room_id, [...(rooms.get(room_id) ?? []), id]);
  const held: Row[] = [];
  // In one order for everybody.
  for (const [room, ids] of [...rooms].sort(([a], [b]) => (a < b ? -1 : 1))) held.push(...(await hold(room, ids)));
  return held;
}
