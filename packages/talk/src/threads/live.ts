import type { LiveEvent } from '@teahouse/contract/talk';
import type { Clock } from '@teahouse/kit/clock';
import type { Events } from '@teahouse/kit/events';
import type { FastifyReply, FastifyRequest } from '@teahouse/kit/http';
import type { Logger } from '@teahouse/kit/log';
import type { Pool, Queryable } from '@teahouse/kit/pool';
import type { Sse, SseClient } from '@teahouse/kit/sse';
import type { OpenedAct } from '../acts/envelope.ts';
import type { PublicCache } from '../public-cache.ts';
import { textOf } from '../wire.ts';
import { createPace } from './pace.ts';
import { presentAlias, presentPost, presentThread } from './present.ts';
import { readAliases, readPost, readThread } from './store.ts';

/** Postgres carries at most 8000 bytes in a notification, so it says where to look and not what there is. */
export const liveChannel = 'talk_live';

/** Milliseconds between two events about the counts of one post. */
const tallyGap = 1000;

interface Told {
  readonly kind: LiveEvent['kind'];
  readonly room: string;
  readonly post: string;
}

/** What is notified in the transaction of a change to a post. */
export const toldOf = (kind: Told['kind'], room: string, post: Uint8Array): string =>
  JSON.stringify({ kind, room, post: textOf(post) } satisfies Told);

/** What is notified in the transaction of an act. */
export const livePayload = (kind: Told['kind'], act: OpenedAct, post: Uint8Array): string =>
  toldOf(kind, act.header.room, post);

/** Live events of this process: one LISTEN connection, each event read and rendered once for all who follow. */
export interface Live {
  /** Nothing is told after `until` (milliseconds since 1970): the key by which it was asked for counts no longer then. */
  follow(request: FastifyRequest, reply: FastifyReply, topic: string, until: number): void;
}

export const roomTopic = (room: string) => `room/${room}`;
export const threadTopic = (room: string, thread: string) => `thread/${room}/${thread}`;

async function readEvent(
  db: Queryable,
  kind: LiveEvent['kind'],
  room: string,
  id: Uint8Array,
): Promise<LiveEvent | undefined> {
  const post = await readPost(db, room, id);
  const thread = post && (await readThread(db, room, post.thread_id));
  if (!thread) return undefined;
  const [alias] = await readAliases(db, room, post.thread_id, [post.pseudonym]);
  return (
    alias && {
      kind,
      thread: presentThread(thread),
      post: presentPost(post, thread),
      alias: presentAlias(alias),
    }
  );
}

export async function startLive(i: {
  pool: Pool;
  events: Events;
  cache: PublicCache;
  sse: Sse;
  log: Logger;
  clock: Clock;
}): Promise<Live> {
  const tallies = createPace(tallyGap);
  /** Each with the time until which it may listen. */
  const clients = new Map<SseClient, number>();
  let queue: Promise<void> = Promise.resolve();

  async function tell({ kind, room, post }: Told): Promise<void> {
    if (i.sse.clients === 0) return;
    const event = await readEvent(i.pool, kind, room, Buffer.from(post, 'base64url'));
    if (!event) return;
    const now = i.clock.now().getTime();
    for (const [client, until] of clients) if (until <= now) client.close();
    i.sse.publish(roomTopic(room), kind, event);
    i.sse.publish(threadTopic(room, event.thread.id), kind, event);
  }

  // One after the other, so that they leave in the order in which they were committed.
  function enqueue(told: Told): void {
    queue = queue
      .then(() => tell(told))
      .catch((error: unknown) => {
        i.log.error('live', error);
      });
  }

  await i.events.subscribe(liveChannel, (payload) => {
    const told = JSON.parse(payload) as Told;
    i.cache.drop(told.room);
    // Counts are read when they are told, so of a crowd that votes the last event says it all.
    if (told.kind === 'tally') tallies.ask(`${told.room}/${told.post}`, () => enqueue(told));
    else enqueue(told);
  });
  // What was said while the connection was away is not told again: whoever follows reconnects and reads anew.
  i.events.onGap(() => {
    i.cache.drop(null);
    for (const client of clients.keys()) client.close();
  });

  return {
    follow(request, reply, topic, until) {
      const client = i.sse.open(request, reply, [topic]);
      clients.set(client, until);
      client.onClose(() => clients.delete(client));
    },
  };
}
