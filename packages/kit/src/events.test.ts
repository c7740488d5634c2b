import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Events, notify, startEvents } from './events.ts';
import { createLogger } from './log.ts';
import { withTransaction } from './pool.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let db: TestDb;
let events: Events;
beforeAll(async () => {
  db = await createTestDb();
  events = await startEvents({ url: db.url, log: createLogger({ name: 'test', write: () => {} }) });
});
afterAll(async () => {
  await events.close();
  await db.drop();
});

it('delivers what was committed, to every subscriber, in order', async () => {
  const one: string[] = [];
  const two: string[] = [];
  await events.subscribe('tea', (payload) => one.push(payload));
  const stop = await events.subscribe('tea', (payload) => two.push(payload));
  await notify(db.pool, 'tea', '龙井');
  await withTransaction(db.pool, async (tx) => {
    await notify(tx, 'tea', 'spilled');
    throw new Error('rolled back');
  }).catch(() => {});
  await notify(db.pool, 'tea', '普洱');
  await expect.poll(() => one).toEqual(['龙井', '普洱']);
  expect(two).toEqual(one);
  stop();
  await notify(db.pool, 'tea', '乌龙');
  await expect.poll(() => one.length).toBe(3);
  expect(two).toHaveLength(2);
});

it('goes on for the others when one subscriber throws', async () => {
  const seen: string[] = [];
  await events.subscribe('careful', () => {
    throw new Error('mine alone');
  });
  await events.subscribe('careful', (payload) => seen.push(payload));
  await notify(db.pool, 'careful', 'still here');
  await expect.poll(() => seen).toEqual(['still here']);
});

it('comes back after its connection was cut, says that there was a gap, and hears again', async () => {
  const seen: string[] = [];
  let gaps = 0;
  events.onGap(() => {
    gaps += 1;
  });
  await events.subscribe('again', (payload) => seen.push(payload));
  await db.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'events'",
  );
  await expect.poll(() => gaps, { timeout: 10_000 }).toBe(1);
  await notify(db.pool, 'again', 'back');
  await expect.poll(() => seen).toEqual(['back']);
});

it('takes no channel name that would have to be quoted', async () => {
  await expect(events.subscribe('tea; DROP TABLE cup', () => {})).rejects.toThrow(TypeError);
});
