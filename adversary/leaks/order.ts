import type pg from 'pg';
import type { Visit } from '../town/plan.ts';
import { day, hour, minute } from '../town/size.ts';
import type { Leak, Soil } from './leak.ts';

const nextXid = async (db: pg.Pool): Promise<number> => {
  const { rows } = await db.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
  return Number(rows[0]?.xid);
};

/** One at a time: two that count at once would each make up for the other. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(work);
    return last;
  };
}

/** Uses up transaction ids of the one that is behind, as if both planes counted in one cluster. */
async function inStep({ db }: Soil): Promise<void> {
  const [members, talk] = [await nextXid(db.members), await nextXid(db.talk)];
  const behind = members < talk ? db.members : db.talk;
  const gap = Math.abs(members - talk);
  await behind.query(
    `DO $$ BEGIN FOR i IN 1..${gap} LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$`,
  );
}

/** The first visit (ms of the run): after the first batch, and not in the night in which a month begins. */
const onceFrom = 2 * day + 6 * hour;

const touch = ({ db }: Soil) => ({
  async beforePost({ account }: { account: string }) {
    await db.members.query('UPDATE accounts SET locale = locale WHERE id = $1', [account]);
  },
});

/** Everybody comes once, one after the other, and has so much to say. */
const onceEach =
  (posts: number) =>
  async ({ citizens, start }: Soil): Promise<Visit[]> =>
    citizens.map((_, member) => ({
      at: start + onceFrom + ((member * 7) % citizens.length) * 30 * minute,
      member,
      posts,
    }));

/** Mistakes in what happens when: nothing more is stored, but writes follow each other. */
export const orderLeaks: readonly Leak[] = [
  {
    ...{ name: 'row-order', strategy: 'row-order', target: 'author', bed: 'row-order' },
    async visits({ db, citizens, start }) {
      const { rows } = await db.members.query<{ id: string }>('SELECT id FROM accounts ORDER BY ctid');
      const places = rows.map(({ id }) => citizens.findIndex((one) => one?.account === id));
      const known = places.filter((member) => member >= 0);
      return known.map((member, n): Visit => ({ at: start + onceFrom + n * 30 * minute, member, posts: 1 }));
    },
  },
  {
    ...{ name: 'xid', strategy: 'xid', target: 'author', bed: 'xid' },
    visits: onceEach(1),
    async plant(soil) {
      const align = oneAtATime(() => inStep(soil));
      const { beforePost } = touch(soil);
      return {
        async beforePost(who) {
          await align();
          await beforePost(who);
        },
        afterPost: align,
      };
    },
  },
  {
    ...{ name: 'wal', strategy: 'wal', target: 'author', bed: 'wal' },
    visits: onceEach(1),
    plant: async (soil) => touch(soil),
  },
  {
    ...{
      name: 'batch',
      strategy: 'batch',
      target: 'author',
      bed: 'batch',
      days: 30,
      bent: { newcomers: 0.8 },
    },
    // Newcomers are signed on the day they come, few at a time, and speak as soon as they can.
    visits: async ({ habits, start }) =>
      habits.flatMap(({ joins }, member): Visit[] =>
        joins > 0 ? [{ at: start + (joins + 1) * day + 5 * hour + member * minute, member, posts: 1 }] : [],
      ),
  },
  ...(['row-order', 'xid', 'wal', 'timestamps', 'activity-all'] as const).map(
    (strategy): Leak => ({
      ...{ name: `cross-${strategy}`, strategy, target: 'cross', bed: 'insisted' },
      visits: onceEach(2),
      plant: async () => ({ insists: true, haste: 500, alwaysNew: true }),
    }),
  ),
  {
    // Everybody has a day of their own on which to speak, twice, and insists: a pause could move the second into the next.
    ...{ name: 'cross-activity', strategy: 'activity', target: 'cross', bed: 'own-days', days: 43 },
    plant: async () => ({ alwaysNew: true, insists: true }),
    visits: async ({ citizens, start }) =>
      citizens.flatMap((_, member): Visit[] => {
        const from = start + (2 + member) * day;
        return [7, 13].map((at) => ({ at: from + at * hour + member * minute, member, posts: 1 }));
      }),
  },
  {
    ...{ name: 'cross-batch', strategy: 'batch', target: 'cross', bed: 'cross-batch' },
    visits: onceEach(2),
    async plant({ db }) {
      const said = new Map<string, Buffer[]>();
      return {
        async afterPost({ account }, post) {
          const own = [...(said.get(account) ?? []), Buffer.from(post, 'base64url')];
          said.set(account, own);
          await db.talk.query('UPDATE posts SET edits = edits WHERE id = ANY ($1)', [own]);
        },
      };
    },
  },
];
