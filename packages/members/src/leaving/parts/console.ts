import type { Exporter } from '../exporters.ts';

const sql = `SELECT
  (SELECT coalesce(json_agg(json_build_object('day', l.day, 'act', l.act, 'value', w.value, 'reason', w.reason) ORDER BY l.n), '[]')
    FROM console_words w JOIN console_log l ON l.n = w.n WHERE w.member_id = $1) AS about,
  (SELECT coalesce(json_agg(json_build_object('day', l.day, 'act', l.act, 'subject', w.subject, 'value', w.value,
      'reason', w.reason) ORDER BY l.n), '[]')
    FROM console_words w JOIN console_log l ON l.n = w.n WHERE w.by_id = $1) AS done`;

/** What operators changed about them, and what they changed as one. */
export const consolePart: Exporter = {
  name: 'console',
  title: { zh: '运营记录', en: 'Records of the console' },
  tables: ['console_words'],
  words: {
    about: { zh: '与本人有关', en: 'About you' },
    done: { zh: '本人所做', en: 'Done by you' },
    day: { zh: '日期', en: 'Day' },
    act: { zh: '操作', en: 'Act' },
    subject: { zh: '对象', en: 'About' },
    value: { zh: '内容', en: 'Value' },
    reason: { zh: '理由', en: 'Reason' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
