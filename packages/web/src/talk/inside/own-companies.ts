import type { Teahouse, WalletSnapshot } from '@teahouse/client';
import type { Room } from '@teahouse/contract/talk';
import { useCallback, useSyncExternalStore } from 'react';
import { useOpenedHolder } from '../../holder/use-holder.ts';
import type { Read } from '../read/reading.ts';
import { useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';

/** Companies for which the wallet holds a credential of somebody who works there. */
function companiesOf({ credentials }: WalletSnapshot): string[] {
  const newest = credentials
    .map(({ epoch }) => epoch)
    .sort()
    .at(-1);
  return credentials
    .filter(({ epoch, standing }) => epoch === newest && standing === 'current')
    .map(({ company }) => company);
}

const none = () => undefined;
const noSubscription = () => () => undefined;

/** Own companies, as far as the wallet is open: looks on, and loads nothing. */
export function useOwnCompanies(): readonly string[] {
  const client: Teahouse | null = useOpenedHolder();
  const snapshot = useSyncExternalStore<WalletSnapshot | undefined>(
    client?.wallet.subscribe ?? noSubscription,
    client?.wallet.snapshot ?? none,
  );
  return snapshot ? companiesOf(snapshot) : [];
}

/** All rooms that concern whoever looks: the public ones, and those of the colleagues at one's own companies. */
export function useVisibleRooms(): Read<Room[]> {
  const read = useReading(roomsReading);
  const own = useOwnCompanies();
  const visible = useCallback(
    (room: Room) => room.access === 'public' || (room.company !== null && own.includes(room.company)),
    [own],
  );
  return { ...read, data: read.data?.filter(visible) };
}

/** The company whose people alone read a room; undefined for public rooms and until the rooms are known. */
export function useInsideCompany(id: string): string | undefined {
  const room = useReading(roomsReading).data?.find((one) => one.id === id);
  return room?.access === 'colleagues' ? (room.company ?? undefined) : undefined;
}
