// The SQL that talk's sources hold, piece by piece, and the book of whole statements that its tests were seen to send.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Where whole statements stand, one a line. Made by the tests of talk (testing/statements.ts), read by people. */
export const bookPath = 'packages/talk/statements.sql';

/** Whitespace says nothing in SQL; where a literal begins or ends it says nothing either. */
export const plain = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

export const readBook = (root: string): string[] =>
  readFileSync(path.join(root, bookPath), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('--'))
    .map((line) => line.replace(/;$/, ''));

export interface Piece {
  readonly file: string;
  readonly text: string;
}

/** What is executed by a plane of one machine alone, or is the extension's own call. */
const apart = new Set(['packages/talk/src/distribution/distribute.ts']);
/** Statements about entries of the log stand in kit, and run in talk's database. */
const others = ['packages/kit/src/log-book-plan.ts', 'packages/kit/src/log-book-agree.ts'];

/** A literal with these in it is SQL; shorter pieces of conditions hang on one that has. */
const looksLikeSql =
  /\b(SELECT|INSERT INTO|UPDATE [a-z_]+ |DELETE FROM|LEFT JOIN|ORDER BY|WHERE|ON CONFLICT|FOR UPDATE|NOT EXISTS)\b/;

/** Locks by number and notifications are the coordinator's own. */
const aboutNoTable = /^SELECT pg_(advisory_xact_lock|notify)\([^()]*\)$/;

/** Every piece of SQL in the sources that talk runs, but for tests: what stands between two holes of a template. */
export function piecesOf(root: string): Piece[] {
  const talk = path.join(root, 'packages/talk/src');
  const files = readdirSync(talk, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(^|\/)testing\//.test(name))
    .map((name) => path.posix.join('packages/talk/src', name.split(path.sep).join('/')));
  return [...files, ...others]
    .filter((file) => !apart.has(file))
    .sort()
    .flatMap((file) => piecesIn(file, readFileSync(path.join(root, file), 'utf8')));
}

/** The pieces of one file. */
export function piecesIn(file: string, text: string): Piece[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const pieces: Piece[] = [];
  const add = (whole: string, parts: readonly string[]) => {
    if (!looksLikeSql.test(whole) || aboutNoTable.test(whole)) return;
    for (const part of parts.map(plain)) if (part.length > 7) pieces.push({ file, text: part });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node.text, [node.text]);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      add(parts.join(' '), parts);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return pieces;
}
