import { setTimeout as sleep } from 'node:timers/promises';
import { fromUtf8, utf8 } from '@teahouse/protocol';
import { decodeEntry } from '@teahouse/protocol/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHead, recordEvent } from './log-book.ts';
import { withTransaction } from './pool.ts';
import { auditBook, openShelf, type Shelf, texts } from './test-log-book.ts';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.close());

describe('a log book', () => {
  it('appends what was planned, in its order, after the commit', async () => {
    const book = await shelf.open();
    expect(await shelf.plan(book, texts(3))).toBe(0);
    expect(await book.size()).toBe(0);
    await book.flush();
    expect(await shelf.plan(book, texts(300, 'later'))).toBe(3);
    await book.flush();
    expect(await book.size()).toBe(303);
    expect(await auditBook(book)).toEqual([...texts(3), ...texts(300, 'later')].map(fromUtf8));
    expect(fromUtf8(await book.entry(2))).toBe('entry 2');
    expect(fromUtf8(await book.entry(302))).toBe('later 299');
    await expect(book.entry(303)).rejects.toMatchObject({ code: 'not-in-log' });
  });

  it('has nothing of a transaction that was rolled back, and gives its places to the next', async () => {
    const book = await shelf.open();
    await expect(
      withTransaction(shelf.db.pool, async (tx) => {
        expect(await book.plan(tx, texts(2, 'never'))).toBe(0);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await shelf.plan(book, texts(1))).toBe(0);
    await book.flush();
    expect(await auditBook(book)).toEqual(['entry 0']);
  });

  it('gives each of many who plan at once places of their own, without gaps', async () => {
    const book = await shelf.open();
    const firsts = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const first = await shelf.plan(book, texts(3, `of ${i}:`));
        await book.flush();
        expect(await book.size()).toBeGreaterThanOrEqual(first + 3);
        return first;
      }),
    );
    expect(firsts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 3 * i));
    const found = await auditBook(book);
    for (const [i, first] of firsts.entries()) {
      expect(found.slice(first, first + 3)).toEqual(texts(3, `of ${i}:`).map(fromUtf8));
    }
  });

  it('keeps in the database only the last entry that is on disk', async () => {
    const book = await shelf.open();
    await shelf.plan(book, texts(5));
    expect(await shelf.planned()).toHaveLength(5);
    await book.flush();
    expect(await shelf.planned()).toEqual([4]);
  });

  it('appends on its start what a crash left planned', async () => {
    const book = await shelf.open();
    await shelf.plan(book, texts(2));
    await book.flush();
    await shelf.plan(book, texts(2, 'late'));
    await book.close();
    expect(await auditBook(await shelf.open())).toEqual(['entry 0', 'entry 1', 'late 0', 'late 1']);
  });

  it('begins with one head, however many start it and however often', async () => {
    const books = await Promise.all([shelf.open(), shelf.open(), shelf.open()]);
    await Promise.all(books.map(() => planHead(shelf.db.pool, utf8('head'))));
    await Promise.all(books.map((book) => book.flush()));
    await planHead(shelf.db.pool, utf8('head'));
    expect(await auditBook(books[0]!)).toEqual(['head']);
  });
});

describe('processes on one folder', () => {
  it('one writes what the others plan, and all show the same', async () => {
    const [one, two] = [await shelf.open(), await shelf.open()];
    await shelf.plan(two, texts(2));
    await two.flush();
    await shelf.plan(one, texts(1, 'own'));
    await one.flush();
    expect(await auditBook(two)).toEqual(['entry 0', 'entry 1', 'own 0']);
    expect(await two.checkpoint()).toBe(await one.checkpoint());
    expect(fromUtf8(await two.entry(2))).toBe('own 0');
    expect(two.info).toEqual(one.info);
  });

  it('another takes over when the one that wrote ends', async () => {
    const [one, two] = [await shelf.open(), await shelf.open()];
    await shelf.plan(one, texts(1));
    await one.flush();
    await one.close();
    await shelf.plan(two, texts(1, 'after'));
    await two.flush();
    expect(await auditBook(two)).toEqual(['entry 0', 'after 0']);
  });

  it('the operator records an event without asking the plane', async () => {
    const event = {
      type: 'event',
      kind: 'legal',
      code: 'order',
      subject: null,
      text: 'A court asked.',
    } as const;
    await expect(recordEvent(shelf.db.pool, event)).rejects.toMatchObject({ code: 'log-behind-database' });
    const book = await shelf.open();
    await planHead(shelf.db.pool, utf8('head'));
    await book.flush();
    expect(await recordEvent(shelf.db.pool, event)).toBe(1);
    while ((await book.size()) < 2) await sleep(50);
    expect(decodeEntry(await book.entry(1))).toEqual(event);
  });
});
