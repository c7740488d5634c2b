import { randomBytes } from 'node:crypto';
import { type Events, notify } from './events.ts';
import type { Queryable } from './pool.ts';

/**
 * What processes of one plane tell each other of what none of them writes down. It travels as a notification of Postgres
 * and lands in no table; of the moment, its log keeps that a transaction ended, and not of what (decision 36).
 */
export interface Among {
  /** Resolves when it is on its way to all others. Texts without line breaks; at most some 7,000 bytes. */
  tell(kind: string, text: string): Promise<void>;
  /** Calls `listener` for each text of a kind that another process told; never for one's own. */
  hear(kind: string, listener: (text: string) => void): void;
  /** What the others told may have been missed: the line to the database was lost meanwhile, and is back. */
  onMissed(listener: () => void): void;
}

/** Joins those who listen on a channel. `db` may be a pool that goes through a transaction pooler. */
export async function joinAmong(i: { db: Queryable; events: Events; channel: string }): Promise<Among> {
  const self = randomBytes(9).toString('base64url');
  const listeners = new Map<string, (text: string) => void>();
  await i.events.subscribe(i.channel, (payload) => {
    const [from, kind = '', ...words] = payload.split(' ');
    if (from !== self) listeners.get(kind)?.(words.join(' '));
  });
  return {
    tell: (kind, text) => notify(i.db, i.channel, `${self} ${kind} ${text}`),
    hear: (kind, listener) => void listeners.set(kind, listener),
    onMissed: (listener) => i.events.onGap(listener),
  };
}

/** How many processes of a plane there are. */
export interface Crowd {
  /** As counted last, this one among them; at least one. */
  size(): number;
  /** Counts anew. One statement. */
  count(): Promise<void>;
}

/** Counts those that listen on this database (`startEvents`), whose connections their role can see. */
export function createCrowd(db: Queryable): Crowd {
  let size = 1;
  return {
    size: () => size,
    async count() {
      const { rows } = await db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE application_name = 'events' AND datname = current_database()`,
      );
      size = Math.max(1, rows[0]?.n ?? 1);
    },
  };
}
