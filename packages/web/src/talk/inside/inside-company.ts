import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';

/** The company whose people alone read a room; undefined for public rooms and until the rooms are known. */
export function useInsideCompany(id: string): string | undefined {
  const room = useReading(roomsReading).data?.find((one) => one.id === id);
  return room?.access === 'colleagues' ? (room.company ?? undefined) : undefined;
}
