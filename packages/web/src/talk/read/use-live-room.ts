import { watch } from '@teahouse/client/talk/live';
import type { ThreadSort } from '@teahouse/contract/talk';
import { useEffect } from 'react';
import { talk } from './api.ts';
import { threadsOf } from './readings.ts';

/** Keeps a room's list of threads fresh while it is on the screen. */
export function useLiveRoom(room: string, sort: ThreadSort): void {
  useEffect(
    () =>
      watch(talk, { room }, () => {
        void threadsOf(room, sort).refresh();
      }),
    [room, sort],
  );
}
