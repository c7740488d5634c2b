import type { Queryable } from '@teahouse/kit/pool';

/** What order holds of a member, for the export of everything: what they reported, and what was decided about them. */
export interface OrderExport {
  reports: { kind: string; subject: string; part: string; reason: string; words: string; day: string }[];
  decisions: {
    kind: string;
    subject: string;
    part: string;
    action: string;
    reason: string;
    words: string;
    until: string | null;
    day: string;
    undone: boolean;
    appeal: string | null;
    answer: string | null;
  }[];
}

/**
 * One statement. What others reported about the member is theirs, and notes are the house's; `search_people` holds
 * nothing that is not exported as account, page and employments.
 */
export async function exportOrder(db: Queryable, account: string): Promise<OrderExport> {
  const { rows } = await db.query<OrderExport>(
    `SELECT
      (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'subject', c.subject, 'part', c.part,
          'reason', r.reason, 'words', r.words, 'day', r.day) ORDER BY r.day, c.id), '[]')
        FROM house_reports r JOIN house_cases c ON c.id = r.case_id WHERE r.reporter_id = $1) AS reports,
      (SELECT coalesce(json_agg(json_build_object('kind', c.kind, 'subject', c.subject, 'part', c.part,
          'action', d.action, 'reason', d.reason, 'words', d.words, 'until', d.until, 'day', d.day,
          'undone', d.undone, 'appeal', p.words, 'answer', p.answer) ORDER BY d.day, d.id), '[]')
        FROM house_decisions d JOIN house_cases c ON c.id = d.case_id
          LEFT JOIN house_appeals p ON p.decision_id = d.id WHERE d.owner_id = $1) AS decisions`,
    [account],
  );
  return rows[0] ?? { reports: [], decisions: [] };
}
