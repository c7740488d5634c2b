import type { Exporter } from '../exporters.ts';

const sql = `
  SELECT coalesce(json_agg(json_build_object('job', j.title, 'company', j.company_id, 'text', n.text, 'day', n.day)
    ORDER BY n.day, n.id), '[]') AS notes
  FROM application_notes n JOIN applications a ON a.id = n.application_id JOIN jobs j ON j.id = a.job_id
  WHERE n.account_id = $1`;

/** What they wrote about applications as a recruiter; not of whom, which is no data of theirs. */
export const pipelinePart: Exporter = {
  name: 'pipeline',
  title: { zh: '招聘看板', en: 'Recruiting' },
  tables: ['application_notes'],
  words: {
    notes: { zh: '备注', en: 'Notes' },
    job: { zh: '职位', en: 'Job' },
    company: { zh: '公司', en: 'Company' },
    text: { zh: '内容', en: 'Text' },
    day: { zh: '日期', en: 'Day' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
