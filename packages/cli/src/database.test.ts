import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPool } from '@teahouse/kit/pool';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, type DatabaseOptions, startDatabase } from './database.ts';

// Each makes a real, durable cluster and has it recover from a crash.
describe('an embedded database under guard', { timeout: 120_000 }, () => {
  let folder: string;
  let database: Database | undefined;
  let troubles: string[];
  let givenUp: Error | undefined;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tea-database-'));
    troubles = [];
    givenUp = undefined;
    database = undefined;
  });
  afterEach(async () => {
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const options = (dir = folder): DatabaseOptions => ({
    name: 'talk',
    dir,
    url: undefined,
    onTrouble: (words) => troubles.push(words),
    onGivenUp: (error) => {
      givenUp = error;
    },
    delays: [1, 50],
  });

  /** Number of the cluster's first process, which its folder tells the superuser. */
  async function postmaster({ url }: Database): Promise<number> {
    const pool = createPool({
      url: url().replace('//talk@/talk', '//postgres@/postgres'),
      name: 'test',
      max: 1,
    });
    const { rows } = await pool.query<{ pid: number }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
    );
    await pool.end();
    return rows[0]?.pid ?? Number.NaN;
  }
  const backs = () => troubles.filter((words) => words.endsWith('is back')).length;
  /** Without this folder no Postgres starts. */
  const hide = () => renameSync(path.join(folder, 'pg/base'), path.join(folder, 'base.away'));
  const unhide = () => renameSync(path.join(folder, 'base.away'), path.join(folder, 'pg/base'));

  it('is started again however often it falls, at the same address', async () => {
    // Too deep for a socket of its own, so that the address is in a folder with a random name.
    database = await startDatabase({
      ...options(path.join(folder, 'd'.repeat(60), 'd'.repeat(60))),
      giveUpAfter: 30_000,
    });
    const url = database.url();
    for (let fall = 1; fall <= 5; fall += 1) {
      process.kill(await postmaster(database), 'SIGKILL');
      await expect.poll(backs, { timeout: 30_000 }).toBe(fall);
      expect(database.url()).toBe(url);
    }
    expect(givenUp).toBeUndefined();
  });

  it('is started again once what kept it from starting has passed', async () => {
    database = await startDatabase(options());
    const pid = await postmaster(database);
    hide();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => troubles.join('\n'), { timeout: 30_000 }).toContain('does not start');
    expect(backs()).toBe(0);
    unhide();
    await expect.poll(backs, { timeout: 30_000 }).toBe(1);
    expect(givenUp).toBeUndefined();
  });

  it('is given up when it does not start again for too long', async () => {
    database = await startDatabase({ ...options(), giveUpAfter: 300 });
    const pid = await postmaster(database);
    hide();
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => givenUp?.message, { timeout: 30_000 }).toContain('does not start');
    unhide();
  });
});
