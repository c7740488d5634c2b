import { describe, expect, it } from 'vitest';
import { complaintsAbout, requirePostgres } from './postgres-needs.ts';
import { createTestDb } from './test-db.ts';

const sound = {
  ...{ version: 18, fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  ...{ encoding: 'UTF8', folds: true },
};

describe('a database of somebody’s own', () => {
  it.each([
    ['an old Postgres', { version: 14 }, 'Postgres 14: 15 or newer'],
    ['one without fsync', { fsync: 'off' }, 'fsync switched off'],
    ['one that answers before it wrote', { synchronous_commit: 'off' }, 'synchronous_commit switched off'],
    ['one of another encoding', { encoding: 'SQL_ASCII', folds: false }, 'encoding SQL_ASCII'],
    ['one that knows English alone', { folds: false }, 'LC_CTYPE C.UTF-8'],
  ])('is refused with words: %s', (_, change, words) => {
    const complaints = complaintsAbout({ ...sound, ...change }, true);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(words);
  });

  it('may be a standby’s master, or forget where nothing is in earnest', () => {
    expect(complaintsAbout({ ...sound, synchronous_commit: 'remote_apply' }, true)).toEqual([]);
    expect(complaintsAbout({ ...sound, fsync: 'off' }, false)).toEqual([]);
  });

  it('is asked what it is', async () => {
    const db = await createTestDb(); // forgets on purpose
    await expect(requirePostgres(db.url, { durable: true })).rejects.toThrow('could be lost');
    await requirePostgres(db.url, { durable: false });
    await db.drop();
  });
});
