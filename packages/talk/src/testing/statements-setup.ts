import { afterAll, expect } from 'vitest';

/** Vitest's setupFiles: of test files of talk alone, which send all that talk ever sends. */
if (expect.getState().testPath?.includes('/packages/talk/')) {
  const { watchStatements, writeStatements } = await import('./statements.ts');
  const unknown = watchStatements();
  afterAll(() => {
    const file = process.env.TEAHOUSE_STATEMENTS;
    if (file === undefined) expect(unknown(), 'not in packages/talk/statements.sql').toEqual([]);
    else writeStatements(file, unknown());
  });
}
