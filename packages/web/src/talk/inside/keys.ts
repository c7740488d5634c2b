import type { RoomKeySource } from '@teahouse/client/talk/room-fetch';

let source: RoomKeySource | undefined;

/** The keys of the wallet that is open on this page; none before it is. For the pages that load without a wallet. */
export const insideKeys: RoomKeySource = {
  held: (room) => source?.held(room),
  again: async (room, refused) => source?.again(room, refused),
};
/** The wallet has been opened: what it may read, the page may. */
export const bringKeys = (keys: RoomKeySource): void => {
  source = keys;
};
