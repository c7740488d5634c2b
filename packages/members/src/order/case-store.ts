import type { CasePage, HouseCase, Thing } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { concerned, decidedColumns, decidedJoins, thingOf } from './decided.ts';

const listed = `c.id, ${thingOf('c')} AS thing,
  ${concerned('c.owner_id')} AS owner, c.open, c.day::text,
  (SELECT count(*)::int FROM house_reports r WHERE r.case_id = c.id) AS reports,
  (SELECT coalesce(json_agg(DISTINCT r.reason), '[]') FROM house_reports r WHERE r.case_id = c.id) AS reasons,
  CASE WHEN c.assignee IS NOT NULL THEN ${concerned('c.assignee')} END AS assignee`;

type Listed = CasePage['cases'][number];
export type CaseListed = Listed & { priority: number };

/** A page of open cases, the weightiest first, behind a place; one more where there is one. */
export async function listOpen(
  db: Queryable,
  after: { priority: number; day: string; id: string } | undefined,
  most: number,
): Promise<CaseListed[]> {
  const { rows } = await db.query<CaseListed>(
    `SELECT ${listed}, c.priority FROM house_cases c
     WHERE c.open AND ($1::int IS NULL OR (-c.priority, c.day, c.id) > (-$1::int, $2::date, $3::uuid))
     ORDER BY c.priority DESC, c.day, c.id LIMIT $4`,
    [after?.priority ?? null, after?.day ?? null, after?.id ?? null, most + 1],
  );
  return rows;
}

/** The same of closed ones, the latest day first. */
export async function listClosed(
  db: Queryable,
  after: { day: string; id: string } | undefined,
  most: number,
): Promise<CaseListed[]> {
  const { rows } = await db.query<CaseListed>(
    `SELECT ${listed}, c.priority FROM house_cases c
     WHERE NOT c.open AND ($1::date IS NULL OR c.day < $1 OR (c.day = $1 AND c.id > $2::uuid))
     ORDER BY c.day DESC, c.id LIMIT $3`,
    [after?.day ?? null, after?.id ?? null, most + 1],
  );
  return rows;
}

/** What was reported as it is now; a page's part whatever its audience, as whoever reported it could see it. */
const shown = `CASE c.kind
  WHEN 'post' THEN (SELECT json_build_object('text', t.text, 'content', NULL, 'hidden', t.hidden, 'pictures',
      jsonb_path_query_array(t.pictures, '$[*].picture')) FROM posts t WHERE t.id = c.subject)
  WHEN 'comment' THEN (SELECT json_build_object('text', t.text, 'content', NULL, 'hidden', t.hidden, 'pictures', '[]'::json)
      FROM comments t WHERE t.id = c.subject)
  WHEN 'note' THEN json_build_object('text', c.copy, 'content', NULL, 'pictures', '[]'::json, 'hidden', NOT EXISTS (
      SELECT FROM connection_requests q WHERE q.from_id = c.subject AND q.to_id::text = c.part AND q.note = c.copy))
  WHEN 'message' THEN json_build_object('text', c.copy, 'content', NULL, 'pictures', '[]'::json, 'hidden', NOT EXISTS (
      SELECT FROM application_messages t WHERE t.id = c.subject AND NOT t.hidden))
  WHEN 'invitation' THEN json_build_object('text', c.copy, 'content', NULL, 'pictures', '[]'::json, 'hidden', NOT EXISTS (
      SELECT FROM job_invitations t WHERE t.id = c.subject AND NOT t.hidden))
  WHEN 'member' THEN (SELECT json_build_object('text', f.headline, 'content', NULL, 'hidden', false, 'pictures', '[]'::json)
      FROM profiles f WHERE f.account_id = c.subject)
  ELSE (SELECT json_build_object('hidden', c.part = ANY (f.hidden_parts),
      'text', CASE c.part WHEN 'headline' THEN f.headline ELSE '' END, 'content', s.content,
      'pictures', CASE WHEN c.part = 'photo' AND f.photo IS NOT NULL
        THEN json_build_array(translate(rtrim(encode(f.photo, 'base64'), '='), E'+/\\n', '-_')) ELSE '[]'::json END)
    FROM profiles f LEFT JOIN profile_sections s ON s.account_id = f.account_id AND s.section = c.part
    WHERE f.account_id = c.subject) END AS shown`;

/** One case for a moderator. One statement. */
export async function readCase(
  db: Queryable,
  i: { id: string; staff: string; today: string },
): Promise<HouseCase | undefined> {
  const { rows } = await db.query<HouseCase>({
    name: 'house-case',
    text: `SELECT ${listed}, ${shown},
      (SELECT coalesce(json_agg(json_build_object('by', ${concerned('r.reporter_id')}, 'reason', r.reason,
          'words', r.words, 'day', r.day) ORDER BY r.day, r.reporter_id), '[]')
        FROM house_reports r WHERE r.case_id = c.id) AS reported,
      (SELECT coalesce(json_agg(json_build_object('by', coalesce(a.name, ''), 'words', n.words, 'day', n.day) ORDER BY n.n), '[]')
        FROM house_notes n LEFT JOIN accounts a ON a.id = n.staff_id WHERE n.case_id = c.id) AS notes,
      (SELECT coalesce(json_agg(o ORDER BY o.day, o.id), '[]') FROM (
        SELECT ${decidedColumns} FROM ${decidedJoins}
        WHERE d.case_id = c.id) o) AS decisions,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'part', CASE o.kind WHEN 'part' THEN o.part ELSE '' END,
          'reports', (SELECT count(*) FROM house_reports r WHERE r.case_id = o.id)) ORDER BY o.priority DESC, o.id), '[]')
        FROM house_cases o WHERE o.owner_id = c.owner_id AND o.open AND o.id <> c.id) AS others,
      EXISTS (SELECT FROM suspensions s WHERE s.account_id = c.owner_id AND (s.until IS NULL OR s.until >= $3::date)) AS suspended,
      (c.owner_id = $2 OR EXISTS (SELECT FROM house_reports r WHERE r.case_id = c.id AND r.reporter_id = $2)) AS own
    FROM house_cases c WHERE c.id = $1`,
    values: [i.id, i.staff, i.today],
  });
  return rows[0];
}

export interface LockedCase {
  kind: Thing['kind'];
  subject: string;
  part: string;
  owner: string;
  own: boolean;
  /** Who reported it. */
  reporters: string[];
}

/** A case, locked until the transaction ends. */
export async function lockCase(tx: Queryable, id: string, staff: string): Promise<LockedCase | undefined> {
  const { rows } = await tx.query<LockedCase>(
    `SELECT c.kind, c.subject, c.part, c.owner_id AS owner,
       (c.owner_id = $2 OR EXISTS (SELECT FROM house_reports r WHERE r.case_id = c.id AND r.reporter_id = $2)) AS own,
       ARRAY(SELECT r.reporter_id FROM house_reports r WHERE r.case_id = c.id) AS reporters
     FROM house_cases c WHERE c.id = $1 FOR UPDATE OF c`,
    [id, staff],
  );
  return rows[0];
}

/** False where there is no such case. Letting go of what somebody else took changes nothing. */
export async function assign(
  db: Queryable,
  i: { id: string; staff: string; mine: boolean },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE house_cases SET assignee = CASE WHEN $3 THEN $2::uuid WHEN assignee = $2 THEN NULL ELSE assignee END WHERE id = $1`,
    [i.id, i.staff, i.mine],
  );
  return rowCount === 1;
}

/** False where there is no such case. */
export async function insertNote(
  db: Queryable,
  i: { id: string; staff: string; words: string; day: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO house_notes (case_id, n, staff_id, words, day)
     SELECT c.id, (SELECT count(*) + 1 FROM house_notes WHERE case_id = c.id), $2, $3, $4
     FROM (SELECT id FROM house_cases WHERE id = $1 FOR UPDATE) c`,
    [i.id, i.staff, i.words, i.day],
  );
  return rowCount === 1;
}
