import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromUtf8 } from '@teahouse/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogBookOptions } from './log-book.ts';
import { auditBook, openShelf, type Shelf, texts } from './test-log-book.ts';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.close());

describe('a log and a database of different times', () => {
  const snapshot = () => cp(join(shelf.folder, 'log'), join(shelf.folder, 'old'), { recursive: true });
  async function grown(): Promise<void> {
    const book = await shelf.open();
    await shelf.plan(book, texts(2));
    await book.flush();
    await snapshot();
    await shelf.plan(book, texts(300, 'new'));
    await book.flush();
    await book.close();
  }

  it('a restored database adopts what the log has, once, and goes on after it', async () => {
    await grown();
    await shelf.db.pool.query('DELETE FROM log_entries');
    await shelf.db.pool.query(`INSERT INTO log_entries VALUES (1, 'entry 1')`);
    const adopted: { index: number; text: string }[] = [];
    const onAdopt: LogBookOptions['onAdopt'] = async (tx, entries) => {
      adopted.push(...entries.map(({ index, entry }) => ({ index, text: fromUtf8(entry) })));
      await tx.query('CREATE TABLE adopted ()');
    };
    const book = await shelf.open({ onAdopt });
    expect(adopted).toHaveLength(300);
    expect(adopted[0]).toEqual({ index: 2, text: 'new 0' });
    expect(adopted[299]).toEqual({ index: 301, text: 'new 299' });
    await shelf.db.pool.query('SELECT FROM adopted');
    expect(await shelf.plan(book, texts(1, 'on'))).toBe(302);
    await book.close();
    expect((await auditBook(await shelf.open({ onAdopt }))).at(-1)).toBe('on 0');
    expect(adopted).toHaveLength(300);
  });

  it('an empty database adopts all', async () => {
    await grown();
    await shelf.db.pool.query('DELETE FROM log_entries');
    let n = 0;
    const book = await shelf.open({
      onAdopt: async (_tx, entries) => {
        n = entries.length;
      },
    });
    expect(n).toBe(302);
    expect(await shelf.plan(book, texts(1))).toBe(302);
  });

  it('nothing is adopted when what adopts it fails', async () => {
    await grown();
    await shelf.db.pool.query('DELETE FROM log_entries');
    const onAdopt = () => Promise.reject(new Error('no'));
    await expect(shelf.open({ onAdopt })).rejects.toThrow('no');
    expect(await shelf.planned()).toEqual([]);
  });

  it('an old folder is refused in words, and not written to', async () => {
    await grown();
    await rm(join(shelf.folder, 'log'), { recursive: true });
    await cp(join(shelf.folder, 'old'), join(shelf.folder, 'log'), { recursive: true });
    await expect(shelf.open()).rejects.toMatchObject({
      code: 'log-behind-database',
      message: expect.stringContaining('restore the newest copy of the folder'),
    });
    await rm(join(shelf.folder, 'log'), { recursive: true });
    await expect(shelf.open()).rejects.toMatchObject({ code: 'log-behind-database' });
  });

  it('a folder of another history is refused, also when only what waits differs', async () => {
    await grown();
    await shelf.db.pool.query(`UPDATE log_entries SET entry = 'another'`);
    await expect(shelf.open()).rejects.toMatchObject({ code: 'log-differs' });
    await shelf.db.pool.query(`UPDATE log_entries SET entry = 'another', index = 300`);
    await expect(shelf.open()).rejects.toMatchObject({ code: 'log-differs' });
  });

  it('a database changed below a running book stops it, and it says so once', async () => {
    const book = await shelf.open();
    await shelf.plan(book, texts(3));
    await book.flush();
    await shelf.db.pool.query(`UPDATE log_entries SET entry = 'another'`);
    await expect(book.flush()).rejects.toMatchObject({ code: 'log-differs' });
    while (shelf.said.length === 0) await sleep(50);
    await sleep(1500);
    expect(shelf.said.filter((line) => line.includes('log-not-written'))).toHaveLength(1);
  });
});
