import { appendFileSync } from 'node:fs';
import path from 'node:path';
import type { Visit } from '../town/plan.ts';
import { usualReading } from '../town/reading.ts';
import { day, hour, minute } from '../town/size.ts';
import type { Leak, Soil } from './leak.ts';

/** Everybody says three things, one person after the other; a day later all look what was answered. */
const comesBack = 2 * day + 6 * hour + day;

async function speakThenRead({ citizens, start }: Soil): Promise<Visit[]> {
  return citizens.flatMap((_, member): Visit[] => {
    const turn = ((member * 7) % citizens.length) * 30 * minute;
    return [
      { at: start + comesBack - day + turn, member, posts: 3 },
      { at: start + comesBack + turn, member, posts: 0 },
    ];
  });
}

/**
 * Acts are insisted upon, so that all have left when people come back. Then they read as in life, but of the inbox
 * everything, and answer nothing: only reading can tell.
 */
const life = {
  reading: { ...usualReading, opens: 1, answers: 0, searches: 0, joins: 0 },
  ...{ insists: true, alwaysNew: true, chains: true },
} as const;

/** What an inbox asks for when an item is opened. */
const ofThread = /\/threads\/[\w-]{43}\?around=/;

/** Mistakes in what talk remembers of readers: it knows none of them, and their inboxes open what answers them. */
export const readLeaks: readonly Leak[] = [
  {
    ...{ name: 'reads', strategy: 'reads', target: 'author', bed: 'reads' },
    visits: speakThenRead,
    async plant({ db, now, start }) {
      await db.talk.query('CREATE TABLE asked (path text, moment timestamptz DEFAULT clock_timestamp())');
      return {
        ...life,
        asked: async (path) => void (await db.talk.query('INSERT INTO asked (path) VALUES ($1)', [path])),
        // The named half writes when it is opened, as a session would; not on the day of the words themselves.
        async beforeReading({ account }) {
          if (now().getTime() < start + comesBack) return;
          await db.members.query('UPDATE accounts SET locale = locale WHERE id = $1', [account]);
        },
      };
    },
  },
  {
    ...{ name: 'cross-reads', strategy: 'reads', target: 'cross', bed: 'cross-reads' },
    visits: speakThenRead,
    async plant({ data }) {
      const log = path.join(data, 'talk', 'log');
      return {
        ...life,
        async asked(url) {
          const line = { time: new Date().toISOString(), level: 'info', event: 'request', url };
          if (ofThread.test(url)) appendFileSync(log, `${JSON.stringify(line)}\n`);
        },
      };
    },
  },
];
