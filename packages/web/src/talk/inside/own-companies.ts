import type { Room } from '@teahouse/contract/talk';
import { useSyncExternalStore } from 'react';
import { type Read, useReading } from '../read/reading.ts';
import { rooms as roomsReading } from '../read/readings.ts';

let own: readonly string[] = [];
const listeners = new Set<() => void>();

/** The wallet says for which companies it holds a credential of somebody who works there. */
export function bringCompanies(companies: readonly string[]): void {
  own = companies;
  for (const listener of listeners) listener();
}

/** Own companies, as far as the wallet is open: looks on, and loads nothing. */
export const useOwnCompanies = (): readonly string[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => own,
  );

/** All rooms that concern whoever looks: the public ones, and those of the colleagues at one's own companies. */
export function useVisibleRooms(): Read<Room[]> {
  const read = useReading(roomsReading);
  const companies = useOwnCompanies();
  const data = read.data?.filter(
    ({ access, company }) => access === 'public' || companies.includes(company ?? ''),
  );
  return { ...read, data };
}
