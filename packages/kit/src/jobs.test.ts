import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Jobs, startJobs } from './jobs.ts';
import { createLogger } from './log.ts';
import { createTestDb, type TestDb } from './test-db.ts';

let db: TestDb;
let jobs: Jobs;
const lines: string[] = [];
beforeAll(async () => {
  db = await createTestDb();
  jobs = await startJobs({
    url: db.url,
    log: createLogger({ name: 'test', write: (line) => lines.push(line) }),
  });
});
afterAll(async () => {
  await jobs.stop();
  await db.drop();
});
const rows = async () => (await db.pool.query('SELECT count(*)::int AS n FROM jobs.job')).rows[0].n;

it('runs what is sent and leaves no row of it', async () => {
  const seen: number[] = [];
  await jobs.define<{ n: number }>('pour', async ({ n }) => void seen.push(n), { concurrency: 4 });
  await Promise.all([1, 2, 3, 4, 5, 6].map((n) => jobs.send('pour', { n })));
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(6);
  expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  await expect.poll(rows).toBe(0);
});

it('runs each job once where three processes work on the queue, and so each time of a schedule', async () => {
  const log = createLogger({ name: 'test', write: () => {} });
  const three = [jobs, await startJobs({ url: db.url, log }), await startJobs({ url: db.url, log })];
  const seen: number[] = [];
  for (const one of three) {
    await one.define<{ n: number }>('share', async ({ n }) => void seen.push(n), { concurrency: 2 });
    await one.schedule('share', '0 3 * * *');
  }
  const all = Array.from({ length: 30 }, (_, n) => n);
  await Promise.all(all.map((n) => three[n % 3]!.send('share', { n })));
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(30);
  await expect.poll(rows).toBe(0);
  expect(seen.toSorted((a, b) => a - b)).toEqual(all);
  const { rows: schedules } = await db.pool.query("SELECT FROM jobs.schedule WHERE name = 'share'");
  expect(schedules).toHaveLength(1);
  for (const one of three.slice(1)) await one.stop();
});

it('tries a failed job again, and forgets it when it is given up', async () => {
  let tries = 0;
  const spill = async () => {
    tries += 1;
    throw new Error('value 4711');
  };
  await jobs.define('spill', spill, { retries: 1, retryDelaySeconds: 1 });
  await jobs.send('spill', { n: 1 });
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(2);
  await expect.poll(rows).toBe(0);
  expect(lines.join('')).toContain('job-given-up');
  expect(lines.join('')).not.toContain('4711');
});

it('keeps a later job until its time, once for its key', async () => {
  await jobs.define('later', async () => {}, { onePerKey: true });
  const tomorrow = new Date(Date.now() + 86_400_000);
  expect(await jobs.send('later', {}, { startAfter: tomorrow, key: 'report' })).toBe(true);
  expect(await jobs.send('later', {}, { startAfter: tomorrow, key: 'report' })).toBe(false);
  expect(await jobs.send('later', {}, { startAfter: tomorrow, key: 'digest' })).toBe(true);
  expect(await rows()).toBe(2);
});

it('takes a schedule, and replaces it', async () => {
  await jobs.define('nightly', async () => {});
  await jobs.schedule('nightly', '0 3 * * *');
  await jobs.schedule('nightly', '0 4 * * *');
  expect((await db.pool.query("SELECT cron FROM jobs.schedule WHERE name = 'nightly'")).rows).toEqual([
    { cron: '0 4 * * *' },
  ]);
});
