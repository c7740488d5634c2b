import { watch } from '@teahouse/client/talk/live';
import { useEffect } from 'react';
import { talk } from './api.ts';
import { threadsOf } from './readings.ts';

/** Keeps a room's list of threads fresh while it is on the screen. */
export function useLiveRoom(room: string): void {
  useEffect(
    () =>
      watch(talk, { room }, () => {
        void threadsOf(room).refresh();
      }),
    [room],
  );
}
