import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/*
 * Every statement that talk sends stands in `statements.sql`, where a check looks at it before it is released (decision 0037):
 * whether it would run on Citus too. A test file in which talk sends another one fails. With TEAHOUSE_STATEMENTS=FILE new ones
 * are added to that file, one a line, to be looked at and put into the book.
 */

const book = join(import.meta.dirname, '../../statements.sql');
const one = (text: string) => text.replace(/\s+/g, ' ').trim();
/** What no table is in: transactions, settings, listening. */
const isAboutRows = (text: string) => /^\(*(with|select|insert|update|delete|lock|truncate)\b/i.test(text);

/** Whether the product sent it, by the first of its files on the stack: tests ask the database themselves, too. */
function isOurs(stack: string): boolean {
  const frames = stack.split('\n').filter((line) => line.includes('/packages/'));
  if (frames.some((line) => line.includes("/kit/src/migrate.ts"))) return false;
  const first = frames.find((line) => !/\/packages\/kit\/src\/(pool|events|migrate)\.ts|\/testing\/statements\.ts/.test(line));
  return first !== undefined && !/\.test\.ts|\/testing\/|\/kit\/src\/test-|\/distribution\//.test(first);
}

/** Watches what is sent from here on; tells what is in no book when asked. */
export function watchStatements(): () => string[] {
  const known = new Set(
    (existsSync(book) ? readFileSync(book, 'utf8') : '').split('\n').map((line) => line.replace(/;$/, '')),
  );
  const unknown = new Set<string>();
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  Error.stackTraceLimit = 40;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [statement] = args;
    const text = one(typeof statement === 'string' ? statement : ((statement as { text?: string }).text ?? ''));
    if (isAboutRows(text) && !known.has(text) && !unknown.has(text) && isOurs(new Error().stack ?? ''))
      unknown.add(text);
    return send.apply(this, args);
  } as pg.Client['query'];
  return () => [...unknown];
}

/** Writes down what is in no book yet. */
export const writeStatements = (file: string, statements: readonly string[]): void =>
  appendFileSync(file, statements.map((text) => `${text};\n`).join(''));
