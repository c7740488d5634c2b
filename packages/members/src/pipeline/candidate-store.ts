import { type Candidate, type ExportRow, membersLimits, type Stage } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked, type Reader } from '../people/cards.ts';
import { isShown } from './board-store.ts';

const l = membersLimits.pipeline;

export interface CandidateRow
  extends Pick<Candidate, 'id' | 'stage' | 'place' | 'version' | 'day' | 'labels' | 'words' | 'history'> {
  account: string;
  job: string;
  title: string;
  file_name: string | null;
  file_bytes: number | null;
  referrer: string | null;
  referrer_words: string | null;
  notes: { id: string; by: string; text: string; day: string }[];
}

/** An application as recruiters of its job see it, with ids in place of members. One statement. */
export async function readCandidate(
  db: Queryable,
  reader: Reader,
  application: string,
): Promise<CandidateRow | undefined> {
  const { rows } = await db.query<CandidateRow>({
    name: 'candidate',
    text: `SELECT a.id, a.account_id AS account, a.stage, a.place, a.version, to_char(a.day, 'YYYY-MM-DD') AS day, a.words,
        j.id AS job, j.title, f.name AS file_name, f.bytes AS file_bytes, a.referrer_id AS referrer,
        (SELECT r.words FROM referrals r WHERE r.job_id = a.job_id AND r.asker_id = a.account_id
           AND r.referrer_id = a.referrer_id AND r.state = 'given') AS referrer_words,
        ARRAY(SELECT label_id FROM application_labels WHERE application_id = a.id) AS labels,
        (SELECT coalesce(json_agg(json_build_object('id', n.id, 'by', n.account_id, 'text', n.text, 'day', n.day) ORDER BY n.n), '[]')
           FROM application_notes n WHERE n.application_id = a.id) AS notes,
        (SELECT coalesce(json_agg(json_build_object('stage', s.stage, 'day', s.day) ORDER BY s.version), '[]')
           FROM application_stages s WHERE s.application_id = a.id) AS history
      FROM applications a JOIN jobs j ON j.id = a.job_id LEFT JOIN application_files f ON f.id = a.file_id
      WHERE a.id = $2 AND ${isShown('$1::uuid')}`,
    values: [reader.account, application],
  });
  return rows[0];
}

/** Writes a note behind the others. `full` where there are as many as there can be; nothing where it is not for them. */
export async function insertNote(
  tx: Queryable,
  by: { account: string; today: string },
  i: { application: string; note: string; text: string },
): Promise<'done' | 'full' | undefined> {
  const { rows } = await tx.query<{ full: boolean }>(
    `WITH asked AS (SELECT a.id FROM applications a JOIN jobs j ON j.id = a.job_id
         WHERE a.id = $2 AND ${isShown('$1::uuid')} FOR UPDATE OF a),
       room AS (SELECT asked.id, (SELECT count(*) >= ${l.notes} FROM application_notes n
           WHERE n.application_id = asked.id AND n.id <> $3) AS "full",
         (SELECT coalesce(max(n.n), 0) + 1 FROM application_notes n WHERE n.application_id = asked.id) AS n FROM asked),
       made AS (INSERT INTO application_notes (id, application_id, account_id, n, text, day)
         SELECT $3, id, $1, n, $4, $5 FROM room WHERE NOT "full" ON CONFLICT DO NOTHING)
     SELECT "full" FROM room`,
    [by.account, i.application, i.note, i.text, by.today],
  );
  return rows[0] && (rows[0].full ? 'full' : 'done');
}

/** An own one, also where its author has the company's jobs no longer: it is theirs. */
export async function deleteNote(db: Queryable, account: string, note: string): Promise<boolean> {
  const { rowCount } = await db.query('DELETE FROM application_notes WHERE id = $2 AND account_id = $1', [
    account,
    note,
  ]);
  return rowCount === 1;
}

export interface ExportedRow extends Omit<ExportRow, 'page' | 'employer'> {
  handle: string;
  name_zh: string | null;
  name_en: string | null;
  stage: Stage;
}

/** Applications of a job for a file, in the order of the board; one more than a file holds where there are more. */
export async function readExport(
  db: Queryable,
  reader: Reader,
  i: { job: string; stage: Stage | undefined },
): Promise<ExportedRow[]> {
  const { rows } = await db.query<ExportedRow>({
    name: 'board-export',
    text: `SELECT m.name, p.handle, CASE WHEN 'headline' = ANY (p.hidden_parts) THEN '' ELSE p.headline END AS headline,
        c.name_zh, c.name_en, a.stage, to_char(a.day, 'YYYY-MM-DD') AS day, a.words, coalesce(f.name, '') AS file,
        coalesce((SELECT o.name FROM accounts o WHERE o.id = a.referrer_id AND ${isUnblocked('$1::uuid', 'o.id')}), '') AS "referredBy",
        ARRAY(SELECT b.name FROM application_labels x JOIN hire_labels b ON b.id = x.label_id
          WHERE x.application_id = a.id ORDER BY b.name) AS labels,
        ARRAY(SELECT n.text FROM application_notes n WHERE n.application_id = a.id ORDER BY n.n) AS notes
      FROM applications a JOIN jobs j ON j.id = a.job_id JOIN accounts m ON m.id = a.account_id
        JOIN profiles p ON p.account_id = m.id LEFT JOIN application_files f ON f.id = a.file_id
        LEFT JOIN LATERAL (SELECT e.company_id FROM employments e WHERE e.account_id = m.id AND e.expires >= $2::date
          ORDER BY e.verified DESC, e.company_id LIMIT 1) w ON true LEFT JOIN companies c ON c.id = w.company_id
      WHERE a.job_id = $3 AND ($4::text IS NULL OR a.stage = $4) AND ${isShown('$1::uuid')}
      ORDER BY array_position(ARRAY['new', 'screen', 'interview', 'offer', 'hired', 'declined'], a.stage), a.place, a.id
      LIMIT ${l.exportRows + 1}`,
    values: [reader.account, reader.today, i.job, i.stage ?? null],
  });
  return rows;
}
