import { fromBase64url } from '@teahouse/protocol';
import pg from 'pg';
import { type Speaker, writeReply } from '../../trials/lib/speaker.ts';
import type { Ask } from '../load.ts';
import type { ThreadAddress } from './fill.ts';
import { firstPost, type ReplyGround } from './replies.ts';

/**
 * So many first replies, each of somebody who was never in that thread: with a presentation made by a real credential, signed and
 * paid, ready to be sent. Throws RangeError where there are not as many pairs of thread and speaker.
 */
export async function prepareFirstActs(
  { databaseUrl }: Pick<ReplyGround, 'databaseUrl'>,
  speakers: readonly Speaker[],
  threads: readonly ThreadAddress[],
  count: number,
): Promise<() => Ask | undefined> {
  if (count > speakers.length * threads.length) throw new RangeError('not as many threads to enter');
  const entered = threads.slice(0, Math.ceil(count / speakers.length));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const targets: Uint8Array[] = [];
  try {
    for (const thread of entered) targets.push(await firstPost(client, thread));
  } finally {
    await client.end();
  }
  const asks: Ask[] = [];
  for (let i = 0; i < count; i += 1) {
    const speaker = speakers[i % speakers.length]!;
    const place = Math.floor(i / speakers.length);
    const { room, id } = entered[place]!;
    const [thread, target] = [fromBase64url(id), targets[place]!];
    const text = `第一次在这里说话。The first words here, number ${i}.`;
    const { envelope } = await writeReply(speaker, { room, thread, target, text, enterAs: 'company' });
    asks.push({ path: `/api/talk/rooms/${room}/acts`, body: JSON.stringify(envelope) });
  }
  let sent = 0;
  return () => {
    sent += 1;
    return asks[sent - 1];
  };
}
