import type { Message, Thread } from '@teahouse/contract/members';
import { withTransaction } from '@teahouse/kit/pool';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import type { Asker } from '../jobs/job-service.ts';
import { forget, tell } from '../notices/tell.ts';
import { publishMessage } from './live.ts';
import { presentMessage } from './rows.ts';
import * as store from './thread-store.ts';

/** Throws `application-unknown`, also where it is somebody else's. */
export async function readThread(
  ctx: Context,
  reader: string,
  i: { application: string; before: number | undefined },
): Promise<Thread> {
  const found = await store.readThread(ctx.pool, { reader, ...i });
  if (!found) throw fail('application-unknown');
  return found;
}

/**
 * Writes under an id that the client made up: sent again, it is there once. The other side is told anew with each message,
 * and once in the list; who has the thread open sees it at once. Throws `application-unknown`, `thread-closed`,
 * `thread-full`, `message-taken`, `too-many`.
 */
export async function send(
  ctx: Context,
  { account, today }: Asker,
  i: { application: string; id: string; text: string },
): Promise<Message> {
  await ctx.brakes.message(account);
  return withTransaction(ctx.pool, async (tx) => {
    const thread = await store.lockThread(tx, account, i.application);
    if (!thread) throw fail('application-unknown');
    const { side, closed, others } = thread;
    const isFree = closed === null && !thread.full;
    const isNew = isFree && (await store.insertMessage(tx, { ...i, side, by: account, today }));
    const row = await store.readOwnMessage(tx, { by: account, ...i });
    if (!row && closed !== null) throw fail('thread-closed');
    if (!row) throw fail(thread.full ? 'thread-full' : 'message-taken');
    if (isNew) {
      await forget(tx, { subject: i.application, kind: 'message', by: account });
      await tell(tx, { kind: 'message', subject: i.application, by: account, to: others, day: today });
      await publishMessage(tx, i.application, [...others, account]);
    }
    return presentMessage(row);
  });
}
