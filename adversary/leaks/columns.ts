import { createHash } from 'node:crypto';
import type { Leak, Soil } from './leak.ts';

const bytes = (id: string) => Buffer.from(id, 'base64url');

/** Puts a value about the author into a column of talk, right after each post. */
function noteInTalk({ db }: Soil, column: string, valueFor: (account: string) => Promise<unknown> | unknown) {
  return {
    async afterPost({ account }: { account: string }, post: string) {
      const text = `UPDATE posts SET ${column} = $2 WHERE id = $1`;
      await db.talk.query(text, [bytes(post), await valueFor(account)]);
    },
  };
}

/** A row of members at each post. */
const noteInMembers = ({ db, now }: Soil, table: string, withTime: boolean) => ({
  async beforePost({ account }: { account: string }) {
    if (withTime) await db.members.query(`INSERT INTO ${table} VALUES ($1, $2)`, [account, now()]);
    else await db.members.query(`INSERT INTO ${table} VALUES ($1)`, [account]);
  },
});

const lengthOf = async ({ db }: Soil, account: string): Promise<number> => {
  const { rows } = await db.members.query<{ n: number }>(
    'SELECT length(note) AS n FROM accounts WHERE id = $1',
    [account],
  );
  return rows[0]?.n ?? 0;
};

/** That a decision's record says whose post it is about, as a desk of the named half would. */
const authorOfDecision: Leak = {
  ...{ name: 'desk', strategy: 'shared-values', target: 'author', bed: 'desk', order: true },
  async plant({ db }) {
    await db.talk.query('ALTER TABLE decisions ADD COLUMN member uuid');
    return {
      async afterDecision({ account }, post) {
        const text = 'UPDATE decisions SET member = $2 WHERE post_id = $1';
        await db.talk.query(text, [bytes(post), account]);
      },
    };
  },
};

/** Mistakes in what is stored. Two share a town only where neither's strategy could find the other's. */
export const columnLeaks: readonly Leak[] = [
  authorOfDecision,
  {
    ...{ name: 'timestamps', strategy: 'timestamps', target: 'author', bed: 'timestamps' },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE posts ADD COLUMN made timestamptz DEFAULT clock_timestamp()');
      await soil.db.members.query(
        'CREATE TABLE seen (whom uuid, moment timestamptz DEFAULT clock_timestamp())',
      );
      return noteInMembers(soil, 'seen', false);
    },
  },
  {
    ...{ name: 'sizes', strategy: 'sizes', target: 'author', bed: 'sizes' },
    async plant(soil) {
      await soil.db.members.query('ALTER TABLE accounts ADD COLUMN note text');
      await soil.db.members.query(`UPDATE accounts a SET note = repeat('x', (7 * n)::int)
        FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM accounts) AS r WHERE r.id = a.id`);
      await soil.db.talk.query('ALTER TABLE posts ADD COLUMN padding text');
      return noteInTalk(soil, 'padding', async (account) => 'y'.repeat(await lengthOf(soil, account)));
    },
  },
  {
    ...{ name: 'shared-values', strategy: 'shared-values', target: 'author', bed: 'values' },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE posts ADD COLUMN trace bytea');
      return noteInTalk(soil, 'trace', async (account) => {
        const { rows } = await soil.db.members.query<{ pin: Buffer }>(
          'SELECT pin FROM employments WHERE account_id = $1',
          [account],
        );
        return createHash('sha256')
          .update(rows[0]?.pin ?? Buffer.alloc(0))
          .digest();
      });
    },
  },
  ...(['activity', 'activity-all'] as const).map(
    (name): Leak => ({
      ...{ name, strategy: name, target: 'author', bed: name },
      async plant(soil) {
        await soil.db.members.query(`CREATE TABLE ${name.replace('-', '_')} (whom uuid, minute timestamptz)`);
        return noteInMembers(soil, name.replace('-', '_'), true);
      },
    }),
  ),
  {
    ...{
      name: 'cross-shared-values',
      strategy: 'shared-values',
      target: 'cross',
      bed: 'cross-shared-values',
    },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE posts ADD COLUMN device bytea');
      return noteInTalk(soil, 'device', (account) =>
        createHash('sha256').update(`device of ${account}`).digest(),
      );
    },
  },
  {
    ...{ name: 'cross-sizes', strategy: 'sizes', target: 'cross', bed: 'values' },
    async plant(soil) {
      await soil.db.talk.query('ALTER TABLE posts ADD COLUMN agent text');
      const order = [...soil.citizens].flatMap((one) => one?.account ?? []).sort();
      return noteInTalk(soil, 'agent', (account) => 'z'.repeat(5 + 3 * order.indexOf(account)));
    },
  },
];
