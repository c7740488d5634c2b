import type { Exporter } from '../exporters.ts';

/** Which notifications they switched off. */
export const noticesPart: Exporter = {
  name: 'notices',
  title: { zh: '通知', en: 'Notifications' },
  tables: ['notice_kinds_off'],
  words: { off: { zh: '已关闭的种类', en: 'Kinds switched off' } },
  async read(db, account) {
    const { rows } = await db.query(
      `SELECT (SELECT coalesce(json_agg(kind ORDER BY kind), '[]') FROM notice_kinds_off WHERE account_id = $1) AS off`,
      [account],
    );
    return rows[0] ?? { off: [] };
  },
};
