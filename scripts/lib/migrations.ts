import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Breach } from './breaches.ts';

/** What a program of before would stumble over: docs/decisions/0036. */
const stumbles: readonly (readonly [RegExp, string])[] = [
  [/\bDROP\s+(TABLE|COLUMN|VIEW|TYPE|FUNCTION|SCHEMA)\b/i, 'drops what they use'],
  [
    /\bDROP\s+(?!TABLE|COLUMN|VIEW|TYPE|FUNCTION|SCHEMA|INDEX|CONSTRAINT|DEFAULT|NOT)\w+/i,
    'drops what they use',
  ],
  [/\bRENAME\b/i, 'renames what they use'],
  [/\bSET\s+NOT\s+NULL\b/i, 'asks for a value that they do not write'],
  [/\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b/i, 'changes a type'],
  [/\bADD\s+(CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\b/i, 'forbids what they may write'],
];

/** Columns that old programs leave out: each needs a default, or has to stand empty. */
function demandingColumns(sql: string): string[] {
  // What a check asks of a column is no demand that there be a value.
  const added = sql
    .replace(/\bIS\s+NOT\s+NULL\b/gi, '')
    .matchAll(/\bADD\s+COLUMN\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)([^,;]*)/gi);
  return [...added]
    .filter(([, , rest = '']) => /\bNOT\s+NULL\b/i.test(rest) && !/\b(DEFAULT|GENERATED)\b/i.test(rest))
    .map(([, name = '']) => name);
}

/** A unique index over a table that the same file does not make forbids what older programs may write. */
function newUniques(sql: string): string[] {
  const made = new Set(
    [...sql.matchAll(/\bCREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)/gi)].map(
      ([, name]) => name,
    ),
  );
  return [...sql.matchAll(/\bCREATE\s+UNIQUE\s+INDEX\b[^;]*?\bON\s+(?:ONLY\s+)?(\w+)/gi)]
    .map(([, table = '']) => table)
    .filter((table) => !made.has(table));
}

/** Why older programs would not go on working with this migration; empty where it says that none has to. */
export function stumblesIn(sql: string): string[] {
  if (!/^-- serves: \d{4}$/m.test(sql)) return [];
  const plain = sql.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  return [
    ...new Set(stumbles.filter(([pattern]) => pattern.test(plain)).map(([, why]) => why)),
    ...demandingColumns(plain).map((name) => `the new column ${name} is NOT NULL without a default`),
    ...newUniques(plain).map((table) => `a new unique index on ${table} forbids what they may write`),
  ];
}

/** Migrations that say they serve older programs, and do what those can't live with. */
export function checkMigrations(root: string): Breach[] {
  return ['members', 'talk'].flatMap((plane) => {
    const folder = path.join(root, 'packages', plane, 'migrations');
    return sqlIn(folder).flatMap((name) =>
      stumblesIn(readFileSync(path.join(folder, name), 'utf8')).map((to) => ({
        ...{ rule: 'migration-serves', from: path.relative(root, path.join(folder, name)), to },
      })),
    );
  });
}

function sqlIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sql'));
  } catch {
    return []; // a town in small has no database
  }
}
