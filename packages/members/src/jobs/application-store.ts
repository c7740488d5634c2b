import { membersLimits as l, type OwnApplication, type Stage } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import type { Reader } from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';
import { cardColumns, isOpen, type JobCardRow, presentCard } from './rows.ts';

interface ApplicationRow extends JobCardRow {
  application: string;
  stage: Stage;
  day: string;
  withdrawn: boolean;
  words: string;
  file_name: string | null;
  file_bytes: number | null;
  referrer: string | null;
}

function present(row: ApplicationRow): OwnApplication {
  const { application: id, stage, day, withdrawn, words, referrer, file_name: name, file_bytes: bytes } = row;
  const file = name === null || bytes === null ? null : { name, bytes };
  return { id, job: presentCard(row), stage, day, withdrawn, words, file, referrer };
}

/** Own applications, of which one, or those behind one; the latest day first. One statement. */
export async function readOwn(
  db: Queryable,
  reader: Reader,
  i: { only?: string | undefined; after?: string | undefined },
): Promise<OwnApplication[]> {
  const { rows } = await db.query<ApplicationRow>({
    name: 'own-applications',
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')}, a.id AS application, a.stage, to_char(a.day, 'YYYY-MM-DD') AS day,
        a.withdrawn, a.words, f.name AS file_name, f.bytes AS file_bytes, a.referrer_id AS referrer
      FROM applications a JOIN jobs j ON j.id = a.job_id JOIN companies c ON c.id = j.company_id
        LEFT JOIN application_files f ON f.id = a.file_id
      WHERE a.account_id = $1 AND ($3::uuid IS NULL OR a.id = $3)
        AND ($4::uuid IS NULL OR (a.day, a.id) < (SELECT b.day, b.id FROM applications b WHERE b.id = $4 AND b.account_id = $1))
      ORDER BY a.day DESC, a.id DESC LIMIT ${l.jobPage + 1}`,
    values: [reader.account, reader.today, i.only ?? null, i.after ?? null],
  });
  return rows.map(present);
}

export interface ApplyState {
  open: boolean;
  /** Under this id, of this member and job. */
  done: boolean;
  /** Under another id, and not withdrawn. */
  other: boolean;
  full: boolean;
}

/** How the job and the member's applications stand; nothing where there is no such job. */
export async function readState(
  db: Queryable,
  i: { id: string; job: string; account: string; today: string },
): Promise<ApplyState | undefined> {
  const { rows } = await db.query<ApplyState>(
    `SELECT ${isOpen('$4::date')} AS open,
       EXISTS (SELECT FROM applications WHERE id = $1 AND job_id = $2 AND account_id = $3) AS done,
       EXISTS (SELECT FROM applications WHERE id <> $1 AND job_id = $2 AND account_id = $3 AND NOT withdrawn) AS other,
       (SELECT count(*) >= ${l.applicationsOpen} FROM applications WHERE account_id = $3 AND NOT withdrawn
          AND stage NOT IN ('hired', 'declined')) AS "full"
     FROM jobs j WHERE j.id = $2`,
    [i.id, i.job, i.account, i.today],
  );
  return rows[0];
}

export interface NewApplication {
  readonly id: string;
  readonly job: string;
  readonly account: string;
  readonly today: string;
  readonly words: string;
  readonly file: { id: string; name: string; bytes: number; sealedKey: Buffer } | undefined;
}

/**
 * Writes an application with its file, behind all others that are new. One that was withdrawn makes room. False where the
 * job is closed, or one is there already. Three statements at most.
 */
export async function insertApplication(tx: Queryable, i: NewApplication): Promise<boolean> {
  await tx.query('DELETE FROM applications WHERE job_id = $1 AND account_id = $2 AND withdrawn', [
    i.job,
    i.account,
  ]);
  const { rowCount } = await tx.query(
    `WITH asked AS (SELECT j.id FROM jobs j WHERE j.id = $2 AND ${isOpen('$4::date')} FOR SHARE),
       file AS (INSERT INTO application_files (id, account_id, name, bytes, sealed_key, day)
         SELECT $6, $3, $7, $8, $9, $4 FROM asked WHERE $6::uuid IS NOT NULL)
     INSERT INTO applications (id, job_id, account_id, place, words, file_id, referrer_id, day)
     SELECT $1, asked.id, $3,
       coalesce((SELECT max(place) FROM applications WHERE job_id = $2 AND stage = 'new' AND NOT withdrawn), 0) + 1, $5, $6,
       (SELECT r.referrer_id FROM referrals r WHERE r.job_id = $2 AND r.asker_id = $3 AND r.state = 'given' LIMIT 1), $4
     FROM asked ON CONFLICT DO NOTHING`,
    [
      i.id,
      i.job,
      i.account,
      i.today,
      i.words,
      i.file?.id ?? null,
      i.file?.name,
      i.file?.bytes,
      i.file?.sealedKey,
    ],
  );
  if (rowCount !== 1 && i.file) await tx.query('DELETE FROM application_files WHERE id = $1', [i.file.id]);
  return rowCount === 1;
}

/** Takes words and file off an own application. Returns the file's id; nothing where there is no such application under way. */
export async function withdraw(
  tx: Queryable,
  account: string,
  application: string,
): Promise<{ file: string | null } | undefined> {
  const { rows } = await tx.query<{ file: string | null }>(
    `WITH asked AS (SELECT id, file_id FROM applications WHERE id = $2 AND account_id = $1 AND NOT withdrawn FOR UPDATE),
       gone AS (UPDATE applications a SET withdrawn = true, words = '', file_id = NULL, referrer_id = NULL,
         version = version + 1 FROM asked WHERE a.id = asked.id)
     SELECT file_id AS file FROM asked`,
    [account, application],
  );
  const [row] = rows;
  if (row?.file) await tx.query('DELETE FROM application_files WHERE id = $1', [row.file]);
  return row;
}

/** The file of an application, for who sent it and for recruiters of the job. One statement. */
export async function findFile(
  db: Queryable,
  account: string,
  application: string,
): Promise<{ id: string; name: string; sealedKey: Buffer } | undefined> {
  const { rows } = await db.query<{ id: string; name: string; sealedKey: Buffer }>({
    name: 'application-file',
    text: `SELECT f.id, f.name, f.sealed_key AS "sealedKey" FROM applications a JOIN application_files f ON f.id = a.file_id
        JOIN jobs j ON j.id = a.job_id
      WHERE a.id = $2 AND NOT a.withdrawn
        AND (a.account_id = $1 OR ${actsFor('$1::uuid', 'j.company_id', 'recruiter')})`,
    values: [account, application],
  });
  return rows[0];
}

/** Of these files those that belong to an application. */
export async function findKept(db: Queryable, files: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM application_files WHERE id::text = ANY ($1) AND EXISTS (SELECT FROM applications WHERE file_id = application_files.id)',
    [files],
  );
  return new Set(rows.map(({ id }) => id));
}
