import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromUtf8, utf8 } from '@teahouse/protocol';
import { auditLog, parseVerifier } from '@teahouse/protocol/log';
import { createLogger } from './log.ts';
import { type LogBook, type LogBookOptions, openLogBook } from './log-book.ts';
import { withTransaction } from './pool.ts';
import { openSecrets } from './secrets.ts';
import { createTestDb, type TestDb } from './test-db.ts';

/** A database and a folder in which tests open log books. */
export interface Shelf {
  db: TestDb;
  folder: string;
  /** Lines of the process's log. */
  said: string[];
  open(options?: Partial<LogBookOptions>): Promise<LogBook>;
  plan(book: LogBook, entries: readonly Uint8Array[]): Promise<number>;
  /** Indexes that are in the database. */
  planned(): Promise<number[]>;
  close(): Promise<void>;
}

export const shelfOrigin = 'teahouse.example/issuer';

/** Entries that are texts. */
export const texts = (count: number, name = 'entry'): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => utf8(`${name} ${i}`));

export async function openShelf(): Promise<Shelf> {
  const db = await createTestDb();
  await db.pool.query('CREATE TABLE log_entries (index bigint PRIMARY KEY, entry bytea NOT NULL)');
  const folder = await mkdtemp(join(tmpdir(), 'teahouse-book-'));
  const said: string[] = [];
  const opened: LogBook[] = [];
  return {
    ...{ db, folder, said },
    async open(options = {}) {
      const book = await openLogBook({
        ...{ pool: db.pool, dir: join(folder, 'log'), origin: shelfOrigin, witnesses: [], durable: false },
        secrets: openSecrets(join(folder, 'secrets')),
        log: createLogger({ name: 'test', write: (line) => said.push(line) }),
        ...options,
      });
      opened.push(book);
      return book;
    },
    plan: (book, entries) => withTransaction(db.pool, (tx) => book.plan(tx, entries)),
    async planned() {
      const { rows } = await db.pool.query('SELECT index::int FROM log_entries ORDER BY index');
      return rows.map(({ index }) => index);
    },
    async close() {
      for (const book of opened) await book.close();
      await db.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** All entries as texts, as an outsider reads them. */
export async function auditBook(book: LogBook): Promise<string[]> {
  const verifiers = [parseVerifier(book.info.key)];
  const audited = await auditLog({ fetch: book.read, origin: shelfOrigin, verifiers });
  const found: string[] = [];
  for await (const { entry } of audited.entries()) found.push(fromUtf8(entry));
  return found;
}
