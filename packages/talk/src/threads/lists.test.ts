import { ThreadPageOfRoom, type ThreadSort } from '@teahouse/contract/talk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePosts } from '../search/testing/write.ts';
import { call, Holder, send } from '../testing/holder.ts';
import { startTown, type Town } from '../testing/town.ts';
import { slotNumber } from '../wire.ts';
import { listThreads, listTop } from './lists.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.stop());

const sorts: readonly ThreadSort[] = ['active', 'new', 'hot', 'day', 'week'];
const page = async (path: string) => {
  const { status, body } = await call(town, 'GET', path);
  expect(status, JSON.stringify(body)).toBe(200);
  return ThreadPageOfRoom.parse(body);
};
const titles = async (path: string) => (await page(path)).threads.map(({ title }) => title);
const day = 288;

describe('a list', () => {
  const all = ['/threads', '/rooms/pay/threads'];
  beforeAll(async () => {
    const now = slotNumber(town.clock.now());
    const thread = (title: string, daysAgo: number, voices: number) => ({
      ...{ title, text: '', room: 'pay', voices },
      slot: Math.round(now - daysAgo * day),
    });
    await writePosts(town.db.pool, town.clock.now(), [
      thread('an hour ago, 2', 1 / 24, 2),
      thread('this morning, 9', 0.4, 9),
      thread('yesterday, 9', 0.9, 9),
      thread('two days ago, 40', 2, 40),
      thread('six days ago, 300', 6, 300),
      thread('eight days ago, 5000', 8, 5000),
      ...Array.from({ length: 9 }, (_, i) => thread(`filler ${i}`, 5, 1)),
    ]);
    const closed = [{ title: 'inside', text: '', room: 'in-xinghe', inside: true, voices: 999 }];
    await writePosts(town.db.pool, town.clock.now(), closed);
  });

  it('of the day and of the week is by voices, of what began since; the newer of equals first', async () => {
    for (const path of all) {
      expect(await titles(`${path}?sort=day`)).toEqual(['this morning, 9', 'yesterday, 9', 'an hour ago, 2']);
      const week = await titles(`${path}?sort=week`);
      expect(week.slice(0, 3)).toEqual(['six days ago, 300', 'two days ago, 40', 'this morning, 9']);
      expect(week).not.toContain('eight days ago, 5000');
    }
  });

  it('of what is hot lets age weigh: twelve hours for each doubling of voices', async () => {
    const hot = await titles('/threads?sort=hot&limit=6');
    expect(hot.slice(0, 4)).toEqual([
      'this morning, 9',
      'yesterday, 9',
      'an hour ago, 2',
      'two days ago, 40',
    ]);
  });

  it('of what is new is by age', async () => {
    expect((await titles('/threads?sort=new')).slice(0, 3)).toEqual([
      'an hour ago, 2',
      'this morning, 9',
      'yesterday, 9',
    ]);
  });

  it('in any order joins its pages without a gap', async () => {
    for (const sort of sorts) {
      for (const path of all) {
        const whole = await titles(`${path}?sort=${sort}`);
        const seen: string[] = [];
        let before = '';
        do {
          const { threads, next } = await page(`${path}?sort=${sort}&limit=2${before}`);
          seen.push(...threads.map(({ title }) => title));
          before = next === null ? '' : `&before=${next}`;
        } while (before !== '');
        expect(seen, sort).toEqual(whole);
      }
    }
  });

  it('takes no cursor of another list', async () => {
    for (const sort of sorts) {
      const { next } = await page(`/threads?sort=${sort}&limit=1`);
      for (const other of sorts) {
        const { status, body } = await call(town, 'GET', `/threads?sort=${other}&before=${next}`);
        expect([status, body.code], `${sort} in ${other}`).toEqual(
          other === sort ? [200, undefined] : [422, 'invalid-input'],
        );
      }
    }
  });

  it('of all rooms has nothing of a room for colleagues', async () => {
    for (const sort of sorts) expect(await titles(`/threads?sort=${sort}`)).not.toContain('inside');
  });

  it('is one stretch of an index that has no row of such a room, or one for each day', async () => {
    await writePosts(
      town.db.pool,
      town.clock.now(),
      Array.from({ length: 3000 }, (_, i) => ({ text: '', room: 'hours', slot: 5_900_000 + i })),
    );
    await town.db.pool.query('ANALYZE threads');
    const index = { active: 'activity', new: 'age', hot: 'heat', day: 'voices', week: 'voices' } as const;
    for (const sort of sorts) {
      for (const room of [undefined, 'hours']) {
        const plan = await planOf(sort, room);
        expect(plan, `${sort} ${room}`).toContain(`threads_by_${index[sort]}${room ? '_in_room' : ''} `);
        expect(plan).not.toMatch(/Seq Scan|Bitmap/);
      }
    }
    const { rows } = await town.db.pool.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM pg_indexes WHERE indexname ~ '^threads_by_[a-z]+$' AND indexdef LIKE '%WHERE (NOT inside)'`,
    );
    expect(rows[0]?.n).toBe(4);
  });
});

/** What Postgres would do for a list, told by asking it with the very statement. */
async function planOf(sort: ThreadSort, room: string | undefined): Promise<string> {
  let plan = '';
  const db = {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const { rows } = await town.db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      return { rows: [] };
    },
  };
  const top = listTop(sort, slotNumber(town.clock.now()));
  await listThreads(db as unknown as Parameters<typeof listThreads>[0], room, top, 31);
  return plan;
}

describe('heat', () => {
  const heatOf = async (id: string) => {
    const { rows } = await town.db.pool.query<{ heat: number; voices: number }>(
      'SELECT heat, voices FROM threads WHERE id = $1',
      [Buffer.from(id, 'base64url')],
    );
    return rows[0]!;
  };

  it('is not raised by one person, however much it says, but by each that joins', async () => {
    const author = new Holder(town);
    const { body } = await send(town, 'square', author.thread({}));
    const cold = await heatOf(body.thread);
    for (let i = 0; i < 100; i += 1) await send(town, 'square', author.reply(body, { kind: undefined }));
    expect(await heatOf(body.thread)).toEqual(cold);
    const reader = new Holder(town);
    await send(town, 'square', reader.reply(body));
    await send(town, 'square', reader.reply(body, { kind: undefined }));
    expect(await heatOf(body.thread)).toEqual({
      voices: 2,
      heat: expect.closeTo(cold.heat + 144 * Math.log2(3 / 2), 6),
    });
  });
});
