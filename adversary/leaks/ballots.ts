import { createHash } from 'node:crypto';
import type { Leak, Soil } from './leak.ts';

const bytes = (id: string) => Buffer.from(id, 'base64url');

/** Puts a value about the voter into a column of ballots, right after each. */
function noteInBallots({ db }: Soil, column: string, valueFor: (account: string) => unknown) {
  return {
    votes: true,
    async afterBallot({ account }: { account: string }, act: string) {
      const text = `UPDATE ballots SET ${column} = $2 WHERE last_act = $1`;
      await db.talk.query(text, [bytes(act), valueFor(account)]);
    },
  };
}

/** What the beds of these leaks already do to posts (columns.ts, order.ts), done to ballots as well. */
export const ballotLeaks: readonly Leak[] = [
  {
    ...{
      name: 'ballot-shared-values',
      strategy: 'shared-values',
      target: 'ballot-to-alias',
      bed: 'cross-shared-values',
    },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE ballots ADD COLUMN device bytea');
      return noteInBallots(soil, 'device', (account) =>
        createHash('sha256').update(`device of ${account}`).digest(),
      );
    },
  },
  {
    ...{ name: 'ballot-sizes', strategy: 'sizes', target: 'ballot-to-alias', bed: 'values' },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE ballots ADD COLUMN agent text');
      const order = [...soil.citizens].flatMap((one) => one?.account ?? []).sort();
      return noteInBallots(soil, 'agent', (account) => 'z'.repeat(5 + 3 * order.indexOf(account)));
    },
  },
  {
    // Nothing is stored but a slot; with acts insisted upon, a ballot follows the words of the same person.
    ...{ name: 'ballot-timestamps', strategy: 'timestamps', target: 'ballot-to-alias', bed: 'insisted' },
    async plant({ db }) {
      await db.talk.query('ALTER TABLE ballots ADD COLUMN made integer');
      await db.talk.query(`CREATE FUNCTION date_ballot() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN NEW.made := (SELECT max(slot) FROM public.posts); RETURN NEW; END'`);
      await db.talk.query(
        'CREATE TRIGGER date_ballot BEFORE INSERT ON ballots FOR EACH ROW EXECUTE FUNCTION date_ballot()',
      );
      return { votes: true };
    },
  },
  ...(['xid', 'wal', 'activity-all'] as const).map(
    (strategy): Leak => ({
      ...{ name: `ballot-${strategy}`, strategy, target: 'ballot-to-alias', bed: 'insisted' },
      plant: async () => ({ votes: true }),
    }),
  ),
  {
    ...{ name: 'ballot-row-order', strategy: 'row-order', target: 'ballot-to-ballot', bed: 'insisted' },
    plant: async () => ({ votes: true }),
  },
  {
    ...{ name: 'ballot-activity', strategy: 'activity', target: 'ballot-to-alias', bed: 'own-days' },
    plant: async () => ({ votes: true }),
  },
  {
    ...{ name: 'ballot-batch', strategy: 'batch', target: 'ballot-to-ballot', bed: 'cross-batch' },
    async plant({ db }) {
      const cast = new Map<string, Buffer[]>();
      return {
        votes: true,
        async afterBallot({ account }, act) {
          const own = [...(cast.get(account) ?? []), bytes(act)];
          cast.set(account, own);
          await db.talk.query('UPDATE ballots SET choices = choices WHERE last_act = ANY ($1)', [own]);
        },
      };
    },
  },
];
