import { membersLimits as l } from '@teahouse/contract/members';
import type { Queryable } from '@teahouse/kit/pool';
import { cardColumns, isOpen, type JobCardRow } from '../jobs/rows.ts';
import type { Reader } from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';
import { kinOf, mayKnow } from './sight.ts';

export interface Invited {
  /** The job takes applications. */
  open: boolean;
  /** The member is open to work, and the recruiter may know. */
  known: boolean;
  done: boolean;
}

/** Nothing where there is no such job of a company whose recruiter this is. One statement. */
export async function insertInvitation(
  tx: Queryable,
  i: { by: string; today: string; job: string; member: string; note: string },
): Promise<Invited | undefined> {
  const { rows } = await tx.query<Invited>(
    `WITH RECURSIVE ${kinOf('$1::uuid', '$2::date')},
       asked AS (SELECT j.id, ${isOpen('$2::date')} AS open,
           EXISTS (SELECT FROM open_to_work o WHERE o.account_id = $4 AND ${mayKnow('$1::uuid', 'o.account_id')}) AS known,
           EXISTS (SELECT FROM applications a WHERE a.job_id = j.id AND a.account_id = $4 AND NOT a.withdrawn) AS applied
         FROM jobs j WHERE j.id = $3 AND ${actsFor('$1::uuid', 'j.company_id', 'recruiter')}),
       done AS (INSERT INTO job_invitations (job_id, account_id, by_id, note, day)
         SELECT id, $4, $1, $5, $2 FROM asked WHERE open AND known AND NOT applied ON CONFLICT DO NOTHING RETURNING id)
     SELECT open, known, EXISTS (SELECT FROM done) AS done FROM asked`,
    [i.by, i.today, i.job, i.member, i.note],
  );
  return rows[0];
}

export interface InvitationRow extends JobCardRow {
  invitation: string;
  by: string | null;
  note: string;
  hidden: boolean;
  applied: boolean;
  day: string;
}

/** Invitations of a member that were not dismissed, the latest day first. One statement. */
export async function readInvitations(db: Queryable, reader: Reader): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>({
    name: 'invitations',
    text: `SELECT ${cardColumns('$1::uuid', '$2::date')}, i.id AS invitation, i.by_id AS by,
        CASE WHEN i.hidden THEN '' ELSE i.note END AS note, i.hidden, to_char(i.day, 'YYYY-MM-DD') AS day,
        EXISTS (SELECT FROM applications a WHERE a.job_id = j.id AND a.account_id = $1 AND NOT a.withdrawn) AS applied
      FROM job_invitations i JOIN jobs j ON j.id = i.job_id JOIN companies c ON c.id = j.company_id
      WHERE i.account_id = $1 AND NOT i.dismissed ORDER BY i.day DESC, i.id LIMIT ${l.invitationsShown}`,
    values: [reader.account, reader.today],
  });
  return rows;
}

/** Returns the job; nothing where there is no such invitation. */
export async function dismiss(
  tx: Queryable,
  account: string,
  invitation: string,
): Promise<{ job: string } | undefined> {
  const { rows } = await tx.query<{ job: string }>(
    `UPDATE job_invitations SET dismissed = true WHERE id = $2 AND account_id = $1 AND NOT dismissed RETURNING job_id AS job`,
    [account, invitation],
  );
  return rows[0];
}

/** Invitations of before a day go. */
export async function sweepInvitations(db: Queryable, before: string): Promise<void> {
  await db.query('DELETE FROM job_invitations WHERE day < $1', [before]);
}
