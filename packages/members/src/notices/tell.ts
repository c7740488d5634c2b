import type { NoticeKind } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';

/** Says in all processes that a reader's notices changed; the payload is the reader's account. */
export const noticeChannel = 'members_notices';

export interface Told {
  readonly kind: NoticeKind;
  /** The post, the other member, or the employment that it is about. */
  readonly subject: string;
  /** Who did it; null for kinds that nobody did. */
  readonly by: string | null;
  readonly to: readonly string[];
  readonly day: string;
}

/**
 * Tells members, in the transaction of what they are told of: one statement. Who did it counts once for each subject and
 * day. Nobody is told by whom they blocked, or who blocked them, nor of a kind they switched off, nor of what they did
 * themselves. What nobody did, or somebody who works for the house, who is named to nobody, stands under the reader.
 */
export async function tell(tx: Queryable, i: Told): Promise<void> {
  await tx.query({
    name: 'tell',
    text: `WITH asked AS (SELECT DISTINCT id AS reader_id, coalesce($4::uuid, id) AS by_id FROM unnest($1::uuid[]) AS asked (id)
        WHERE ($4::uuid IS NULL OR (id <> $4 AND ${isUnblocked('id', '$4::uuid')}))
          AND NOT EXISTS (SELECT FROM notice_kinds_off k WHERE k.account_id = id AND k.kind = $2)),
      fresh AS (INSERT INTO notice_people (reader_id, kind, subject, day, by_id, n)
        SELECT reader_id, $2, $3, $5, by_id, coalesce((SELECT last FROM notice_marks WHERE account_id = reader_id), 0) + 1
        FROM asked ON CONFLICT DO NOTHING RETURNING reader_id),
      marked AS (INSERT INTO notice_marks (account_id, last) SELECT reader_id, 1 FROM fresh
        ON CONFLICT (account_id) DO UPDATE SET last = notice_marks.last + 1 RETURNING account_id, last),
      grown AS (INSERT INTO notices (reader_id, kind, subject, day, n, people)
        SELECT account_id, $2, $3, $5, last, 1 FROM marked
        ON CONFLICT (reader_id, kind, subject, day) DO UPDATE SET n = excluded.n, people = notices.people + 1
        RETURNING reader_id)
      SELECT pg_notify('${noticeChannel}', reader_id::text) FROM grown`,
    values: [i.to, i.kind, i.subject, i.by, i.day],
  });
}

/** Takes back what was told of a subject: all of it, of one kind, what one member did, what one or some were told, or on a day. */
export async function forget(
  tx: Queryable,
  i: { subject: string; kind?: NoticeKind; by?: string; reader?: string | readonly string[]; day?: string },
): Promise<void> {
  await tx.query(
    `DELETE FROM notice_people p USING notices n
     WHERE n.subject = $1 AND (p.reader_id, p.kind, p.subject, p.day) = (n.reader_id, n.kind, n.subject, n.day)
       AND ($2::text IS NULL OR p.kind = $2) AND ($3::uuid IS NULL OR p.by_id = $3)
       AND ($4::uuid[] IS NULL OR p.reader_id = ANY ($4)) AND ($5::date IS NULL OR p.day = $5)`,
    [
      i.subject,
      i.kind ?? null,
      i.by ?? null,
      i.reader === undefined ? null : [i.reader].flat(),
      i.day ?? null,
    ],
  );
}

/** Takes back that members commented on a post of whom nothing is left there: a comment's answers went with it. */
export async function forgetComments(tx: Queryable, post: string): Promise<void> {
  await tx.query(
    `DELETE FROM notice_people p USING notices n
     WHERE n.subject = $1 AND (p.reader_id, p.kind, p.subject, p.day) = (n.reader_id, n.kind, n.subject, n.day)
       AND p.kind IN ('comment', 'reply')
       AND NOT EXISTS (SELECT FROM comments WHERE post_id = $1 AND author_id = p.by_id)`,
    [post],
  );
}
