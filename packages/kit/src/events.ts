import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from './log.ts';
import type { Queryable } from './pool.ts';

export interface EventsOptions {
  url: string;
  log: Logger;
}

export type Subscriber = (payload: string) => void;

export interface Events {
  /** Calls `listener` for each notification, also those of other processes. Returns how to stop. */
  subscribe(channel: string, listener: Subscriber): Promise<() => void>;
  /** Called after the connection was lost and is back: notifications in between are gone, so read anew. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}

const channelName = /^[a-z_][a-z0-9_]{0,62}$/;

/** Tells every process that listens. In a transaction it is sent on COMMIT, or never. At most 8000 bytes. */
export async function notify(db: Queryable, channel: string, payload: string): Promise<void> {
  await db.query({ name: 'notify', text: 'SELECT pg_notify($1, $2)', values: [channel, payload] });
}

/**
 * Holds the one LISTEN connection of this process (a session connection: not through a transaction pooler).
 * Resolves when it stands; afterwards it reconnects by itself, waiting 0.1 to 5 seconds between attempts.
 */
export async function startEvents({ url, log }: EventsOptions): Promise<Events> {
  const subscribers = new Map<string, Set<Subscriber>>();
  const gaps = new Set<() => void>();
  const closing = new AbortController();
  let client: pg.Client;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'events', keepAlive: true });
    next.on('error', () => {}); // 'end' follows
    next.on('notification', ({ channel, payload }) => deliver(channel, payload ?? ''));
    await next.connect();
    client = next;
    for (const channel of subscribers.keys()) await next.query(`LISTEN ${channel}`);
    next.once('end', () => void reconnect());
  }

  async function reconnect(): Promise<void> {
    for (let wait = 100; !closing.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        await sleep(wait, undefined, { signal: closing.signal, ref: false });
        await connect();
        if (closing.signal.aborted) return await client.end();
        log.info('events-reconnected');
        for (const listener of gaps) listener();
        return;
      } catch {} // still away, or closing: the loop's condition tells
    }
  }

  function deliver(channel: string, payload: string): void {
    for (const listener of subscribers.get(channel) ?? []) {
      try {
        listener(payload);
      } catch (error) {
        log.error('listener-failed', error, { channel });
      }
    }
  }

  await connect();
  return {
    async subscribe(channel, listener) {
      if (!channelName.test(channel)) throw new TypeError(`not a channel: ${channel}`);
      const listeners = subscribers.get(channel) ?? new Set();
      subscribers.set(channel, listeners.add(listener));
      // When the connection is away just now, the next one listens to all channels of the map.
      if (listeners.size === 1) await client.query(`LISTEN ${channel}`).catch(() => {});
      return () => void listeners.delete(listener);
    },
    onGap: (listener) => void gaps.add(listener),
    async close() {
      closing.abort();
      await client.end().catch(() => {});
    },
  };
}
