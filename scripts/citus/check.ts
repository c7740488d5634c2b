// Whether talk could be spread over several machines by Citus as it is: its tables, and every statement that it sends
// (decision 0037). Part of `npm run walls`.
import { exceptions, type Exception } from './exceptions.ts';
import { type Finding, migrationsOf, readSchema, type Schema } from './schema.ts';
import { bookPath, type Piece, piecesOf, plain, readBook } from './sources.ts';
import { breachesOf } from './statement.ts';

/** What Citus would refuse of the project at `root`; empty where all is well. */
export function findCitusBreaches(root: string): Finding[] {
  const { schema, findings } = readSchema(migrationsOf(root));
  const book = readBook(root);
  return [...findings, ...unknownPieces(piecesOf(root), book), ...judge(book, schema, exceptions)];
}

/** Pieces of SQL in the sources that no statement of the book has: it was never sent in a test, and nobody judged it. */
export function unknownPieces(pieces: readonly Piece[], book: readonly string[]): Finding[] {
  const all = book.map(plain).join('\n');
  return pieces
    .filter(({ text }) => !all.includes(text))
    .map(({ file, text }) => ({ rule: 'citus-not-in-book', from: file, to: `${text.slice(0, 80)} (${bookPath})` }));
}

/** Breaches of statements that no exception covers, and exceptions that cover nothing any more. */
export function judge(
  book: readonly string[],
  schema: Schema,
  allowed: readonly Exception[],
): Finding[] {
  const covered = new Set<string>();
  const findings: Finding[] = [];
  for (const statement of book) {
    for (const { rule, about } of breachesOf(statement, schema)) {
      const exception = allowed.find(
        ({ rules, like }) => rules.includes(rule) && plain(statement).includes(plain(like)),
      );
      if (exception) covered.add(`${exception.like} ${rule}`);
      else findings.push({ rule, from: plain(statement).slice(0, 120), to: about });
    }
  }
  return [
    ...findings,
    ...allowed.flatMap(({ rules, like }) =>
      rules
        .filter((rule) => !covered.has(`${like} ${rule}`))
        .map((rule) => ({ rule: 'citus-idle-exception', from: like, to: rule })),
    ),
  ];
}
