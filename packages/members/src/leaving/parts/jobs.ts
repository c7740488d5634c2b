import type { Exporter } from '../exporters.ts';

const jobOf = (id: string) =>
  `(SELECT json_build_object('title', o.title, 'company', o.company_id) FROM jobs o WHERE o.id = ${id})`;
const nameOf = (id: string) => `(SELECT name FROM accounts WHERE id = ${id} AND leaves IS NULL)`;

const sql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', j.id, 'company', j.company_id, 'title', j.title, 'role', j.role,
        'level', j.level, 'city', j.city, 'remote', j.remote, 'payFrom', j.pay_min, 'payTo', j.pay_max, 'currency', j.pay_currency,
        'months', j.pay_months, 'skills', j.skills, 'text', j.text, 'open', j.open, 'posted', j.posted, 'closes', j.closes)
        ORDER BY j.seq), '[]') FROM jobs j WHERE j.by_id = $1) AS posted,
    (SELECT coalesce(json_agg(${jobOf('k.job_id')} ORDER BY k.job_id), '[]') FROM job_saves k WHERE k.account_id = $1) AS saved,
    (SELECT coalesce(json_agg(question ORDER BY id), '[]') FROM job_alerts WHERE account_id = $1) AS searches,
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('a.job_id')}, 'day', a.day, 'stage', a.stage,
        'withdrawn', a.withdrawn, 'words', a.words, 'referredBy', ${nameOf('a.referrer_id')},
        'file', (SELECT json_build_object('name', f.name, 'bytes', f.bytes, 'day', f.day) FROM application_files f
          WHERE f.id = a.file_id AND f.account_id = $1)) ORDER BY a.day, a.id), '[]')
     FROM applications a WHERE a.account_id = $1) AS applications,
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('r.job_id')}, 'of', ${nameOf('r.referrer_id')}, 'note', r.note,
        'words', r.words, 'met', r.state = 'given', 'day', r.day) ORDER BY r.day, r.id), '[]')
     FROM referrals r WHERE r.asker_id = $1) AS "referralsAsked",
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('r.job_id')}, 'for', ${nameOf('r.asker_id')}, 'note', r.note,
        'words', r.words, 'state', r.state, 'day', r.day) ORDER BY r.day, r.id), '[]')
     FROM referrals r WHERE r.referrer_id = $1) AS "referralsReceived"`;

/** Jobs they posted, keep in mind and applied for, and who refers whom. That somebody declined to refer them is not told. */
export const jobsPart: Exporter = {
  name: 'jobs',
  title: { zh: '职位', en: 'Jobs' },
  tables: ['jobs', 'job_saves', 'job_alerts', 'applications', 'application_files', 'referrals'],
  words: {
    posted: { zh: '发布的职位', en: 'Jobs posted' },
    saved: { zh: '收藏的职位', en: 'Saved jobs' },
    searches: { zh: '订阅的搜索', en: 'Saved searches' },
    applications: { zh: '投递记录', en: 'Applications' },
    referralsAsked: { zh: '请人内推', en: 'Referrals asked for' },
    referralsReceived: { zh: '收到的内推请求', en: 'Requests for a referral' },
    job: { zh: '职位', en: 'Job' },
    title: { zh: '名称', en: 'Title' },
    company: { zh: '公司', en: 'Company' },
    day: { zh: '日期', en: 'Day' },
    closes: { zh: '截止日', en: 'Closes' },
    stage: { zh: '进展', en: 'Stage' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    words: { zh: '附言', en: 'Words' },
    note: { zh: '请求附言', en: 'Note' },
    file: { zh: '文件', en: 'File' },
    referredBy: { zh: '内推人', en: 'Referred by' },
    of: { zh: '向谁请求', en: 'Of' },
    for: { zh: '谁的请求', en: 'For' },
    met: { zh: '已内推', en: 'Referred' },
    state: { zh: '状态', en: 'State' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
