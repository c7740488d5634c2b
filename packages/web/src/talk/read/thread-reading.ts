import type { ThreadView } from '@teahouse/contract/talk';
import { readThread } from './long-thread.ts';
import { createReading, createReadings } from './reading.ts';
import { type ThreadAddress, whenDropped } from './readings.ts';

/* Apart from the other readings: the first page shows no thread, and does not carry along how one is read. */

const threads = createReadings((key) => {
  const [room = '', thread = ''] = key.split('/');
  return createReading<ThreadView>({ read: (before) => readThread({ room, thread }, before) });
});
/** One thread: whole, or of a long one the part that is on the page (long-thread.ts). */
export const threadOf = ({ room, thread }: ThreadAddress) => threads(`${room}/${thread}`);
whenDropped((room) => threads.drop((key) => key.split('/')[0] === room));
