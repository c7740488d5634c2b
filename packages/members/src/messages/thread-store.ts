import { membersLimits as l, type MessageSide, type Thread } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { isUnblocked } from '../people/cards.ts';
import { canRead, closedBy, type MessageRow, messageColumns, presentMessage, sideOf } from './rows.ts';

interface ThreadRow {
  side: MessageSide;
  closed: Thread['closed'];
  job: string;
  title: string;
  company: string;
  name_zh: string;
  name_en: string;
  applicant: string;
  name: string;
  messages: MessageRow[];
}

/** A page of a thread before a place; nothing where it is not the reader's. One statement. */
export async function readThread(
  db: Queryable,
  i: { reader: string; application: string; before: number | undefined },
): Promise<Thread | undefined> {
  const { rows } = await db.query<ThreadRow>({
    name: 'application-thread',
    text: `SELECT ${sideOf('$1::uuid')} AS side, ${closedBy} AS closed, j.id AS job, j.title, c.id AS company, c.name_zh, c.name_en,
        a.account_id AS applicant, p.name,
        (SELECT coalesce(json_agg(x ORDER BY x.n), '[]') FROM (
          SELECT ${messageColumns('$1::uuid')} FROM application_messages m
          WHERE m.application_id = a.id AND ($3::int IS NULL OR m.n < $3) ORDER BY m.n DESC LIMIT ${l.messagePage + 1}) x) AS messages
      FROM applications a JOIN jobs j ON j.id = a.job_id JOIN companies c ON c.id = j.company_id
        JOIN accounts p ON p.id = a.account_id
      WHERE a.id = $2 AND ${canRead('$1::uuid')}`,
    values: [i.reader, i.application, i.before ?? null],
  });
  const [row] = rows;
  if (!row) return undefined;
  const page = row.messages.slice(-l.messagePage);
  return {
    ...{ application: i.application, side: row.side, closed: row.closed },
    job: { id: row.job, title: row.title },
    company: { id: row.company, name: { zh: row.name_zh, en: row.name_en } },
    applicant: { id: row.applicant, name: row.name },
    messages: page.map(presentMessage),
    previous: row.messages.length > l.messagePage ? (page[0]?.n ?? null) : null,
  };
}

export interface LockedThread {
  side: MessageSide;
  closed: Thread['closed'];
  full: boolean;
  /** Who is told: the other side, but for whom the writer may not meet. */
  others: string[];
}

/** A thread as its writer finds it, locked, so that each message gets its own place. */
export async function lockThread(
  tx: Queryable,
  by: string,
  application: string,
): Promise<LockedThread | undefined> {
  const { rows } = await tx.query<LockedThread>(
    `SELECT ${sideOf('$1::uuid')} AS side, ${closedBy} AS closed,
       (SELECT count(*) >= ${l.messagesMax} FROM application_messages WHERE application_id = a.id) AS "full",
       CASE WHEN a.account_id = $1 THEN ARRAY(SELECT DISTINCT r.account_id FROM representatives r
           WHERE r.company_id = j.company_id AND r.role IN ('owner', 'recruiter') AND ${isUnblocked('$1::uuid', 'r.account_id')}
           ORDER BY r.account_id LIMIT ${l.messageTold})
         ELSE ARRAY[a.account_id] END AS others
     FROM applications a JOIN jobs j ON j.id = a.job_id WHERE a.id = $2 AND ${canRead('$1::uuid')} FOR UPDATE OF a`,
    [by, application],
  );
  return rows[0];
}

/** Writes a message behind the last one; false where its id is there already. In the transaction that holds the lock. */
export async function insertMessage(
  tx: Queryable,
  i: { id: string; application: string; side: MessageSide; by: string; text: string; today: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO application_messages (id, application_id, n, side, by_id, text, day)
     SELECT $1, $2, coalesce((SELECT max(n) FROM application_messages WHERE application_id = $2), 0) + 1, $3, $4, $5, $6
     ON CONFLICT (id) DO NOTHING`,
    [i.id, i.application, i.side, i.by, i.text, i.today],
  );
  return rowCount === 1;
}

/** An own message of an application. One statement. */
export async function readOwnMessage(
  db: Queryable,
  i: { by: string; application: string; id: string },
): Promise<MessageRow | undefined> {
  const { rows } = await db.query<MessageRow>(
    `SELECT ${messageColumns('$1::uuid')} FROM application_messages m
     WHERE m.id = $3 AND m.application_id = $2 AND m.by_id = $1`,
    [i.by, i.application, i.id],
  );
  return rows[0];
}
