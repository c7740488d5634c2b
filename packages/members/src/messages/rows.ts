import type { Message, MessageSide } from '@teahouse/contract/members';
import { isUnblocked } from '../people/cards.ts';
import { actsFor } from '../representatives/store.ts';

/* An application as somebody stands to it; of applications `a` and jobs `j`. `reader` is an SQL expression. */

/**
 * Whether the reader may see what is written there: who applied, and the company's recruiters but for those whom the
 * applicant may not meet (people/cards.ts).
 */
export const canRead = (reader: string): string =>
  `(a.account_id = ${reader} OR (${actsFor(reader, 'j.company_id', 'recruiter')} AND ${isUnblocked(reader, 'a.account_id')}))`;

export const sideOf = (reader: string): string =>
  `CASE WHEN a.account_id = ${reader} THEN 'applicant' ELSE 'company' END`;

/** Why nothing more can be written. */
export const closedBy = `CASE WHEN a.withdrawn THEN 'withdrawn' WHEN a.stage = 'declined' THEN 'declined' END`;

export interface MessageRow {
  id: string;
  n: number;
  side: MessageSide;
  by: string | null;
  own: boolean;
  text: string;
  hidden: boolean;
  day: string;
}

/** Columns of a message `m`. Who may not be met has no name here; what is hidden has words for who wrote it alone. */
export const messageColumns = (
  reader: string,
): string => `m.id, m.n, m.side, coalesce(m.by_id = ${reader}, false) AS own,
  (SELECT w.name FROM accounts w WHERE w.id = m.by_id AND ${isUnblocked(reader, 'w.id')}) AS by,
  CASE WHEN m.hidden AND m.by_id IS DISTINCT FROM ${reader} THEN '' ELSE m.text END AS text, m.hidden,
  to_char(m.day, 'YYYY-MM-DD') AS day`;

export const presentMessage = ({ id, n, side, by, own, text, hidden, day }: MessageRow): Message => ({
  ...{ id, n, side, by, own, text, hidden, day },
});
