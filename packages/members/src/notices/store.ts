import { membersLimits as l, type NoticeKind } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { canSee } from '../feed/sight.ts';

export interface NoticeRow {
  n: number;
  kind: NoticeKind;
  subject: string;
  day: string;
  count: number;
  people: string[];
  excerpt: string | null;
  seen: boolean;
}

/** Of the post's words, in characters. */
const excerpt = 90;

/** A page before a place, latest first; one row more than a page where there are more. One statement that only reads. */
export async function readNotices(
  db: Queryable,
  reader: string,
  before: number | undefined,
): Promise<{ rows: NoticeRow[]; latest: number }> {
  const { rows } = await db.query<(NoticeRow | { n: null }) & { latest: number }>({
    name: 'read-notices',
    text: `SELECT m.last AS latest, x.n, x.kind, x.subject, x.day::text, x.people AS count, x.excerpt, x.n <= m.seen AS seen,
        ARRAY(SELECT by_id FROM notice_people WHERE (reader_id, kind, subject, day) = ($1, x.kind, x.subject, x.day)
          ORDER BY n DESC, by_id LIMIT $4) AS people
      FROM notice_marks m LEFT JOIN LATERAL (
        SELECT t.*, left(p.text, ${excerpt}) AS excerpt FROM notices t LEFT JOIN posts p ON p.id = t.subject
        WHERE t.reader_id = $1 AND t.n < $2 AND (p.id IS NULL OR ${canSee('$1::uuid', 'p')})
        ORDER BY t.n DESC LIMIT $3) x ON true
      WHERE m.account_id = $1 ORDER BY x.n DESC`,
    values: [reader, before ?? 2 ** 31 - 1, l.noticePage + 1, l.noticePeople],
  });
  const found = rows.filter((row): row is NoticeRow & { latest: number } => row.n !== null);
  return { rows: found, latest: rows[0]?.latest ?? 0 };
}

/** Of what the list shows; counts no further than a hundred. */
export async function countUnseen(db: Queryable, reader: string): Promise<number> {
  const { rows } = await db.query<{ unseen: number }>({
    name: 'count-unseen',
    text: `SELECT count(*)::int AS unseen FROM (SELECT FROM notice_marks m JOIN notices t ON t.reader_id = m.account_id
        LEFT JOIN posts p ON p.id = t.subject
      WHERE m.account_id = $1 AND t.n > m.seen AND (p.id IS NULL OR ${canSee('$1::uuid', 'p')}) LIMIT 100) AS fresh`,
    values: [reader],
  });
  return rows[0]?.unseen ?? 0;
}

/** All up to a place are seen: a counter, and no time. */
export async function markSeen(db: Queryable, reader: string, upTo: number): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE notice_marks SET seen = least(last, $2) WHERE account_id = $1 AND seen < least(last, $2)',
    [reader, upTo],
  );
  return rowCount === 1;
}

export async function readKindsOff(db: Queryable, account: string): Promise<NoticeKind[]> {
  const { rows } = await db.query<{ kind: NoticeKind }>(
    'SELECT kind FROM notice_kinds_off WHERE account_id = $1',
    [account],
  );
  return rows.map(({ kind }) => kind);
}

/** Switches kinds off and on. One statement. */
export async function setKinds(
  db: Queryable,
  account: string,
  i: { off: readonly NoticeKind[]; on: readonly NoticeKind[] },
): Promise<void> {
  await db.query(
    `WITH put AS (INSERT INTO notice_kinds_off (account_id, kind) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING)
     DELETE FROM notice_kinds_off WHERE account_id = $1 AND kind = ANY ($3)`,
    [account, i.off, i.on],
  );
}

/** Notices of before a day go. */
export async function sweepNotices(db: Queryable, before: string): Promise<void> {
  await db.query('DELETE FROM notices WHERE day < $1', [before]);
}
