import { useSyncExternalStore } from 'react';
import { createKept, textsIn } from './kept.ts';

/** Their lists are read one by one. */
export const mostFollowed = 30;

const followed = createKept('rooms', (value) => textsIn(value).slice(0, mostFollowed));

/** Ids of the rooms that this device follows, in the order in which they were chosen. */
export const useFollowed = (): readonly string[] => useSyncExternalStore(followed.subscribe, followed.get);

/** Follows a room or no longer; beyond the limit the oldest is let go. */
export function toggleFollowed(room: string): void {
  followed.change((before) => {
    const without = before.filter((id) => id !== room);
    return without.length < before.length ? without : [...before, room].slice(-mostFollowed);
  });
}
