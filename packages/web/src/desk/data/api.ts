import { createTalkCaller } from '@teahouse/client/call';
import { createDeskCaller } from '@teahouse/client/desk-call';

/** Calls to the desk: its cookie goes along, and no further than `/api/desk`. */
export const deskApi = createDeskCaller('', (input, init) => fetch(input, init));

/** Public lists of talk, read as any visitor reads them: without cookie, wallet, or a room's key. */
export const publicTalk = createTalkCaller('', (input, init) => fetch(input, init));
