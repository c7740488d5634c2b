import type { Exporter } from '../exporters.ts';

const jobOf = (id: string) =>
  `(SELECT json_build_object('title', o.title, 'company', o.company_id) FROM jobs o WHERE o.id = ${id})`;

const sql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('a.job_id')}, 'from', m.side, 'own', coalesce(m.by_id = $1, false),
        'text', CASE WHEN m.hidden AND m.by_id IS DISTINCT FROM $1 THEN '' ELSE m.text END, 'day', m.day) ORDER BY a.id, m.n), '[]')
     FROM application_messages m JOIN applications a ON a.id = m.application_id
     WHERE a.account_id = $1 OR m.by_id = $1) AS messages,
    (SELECT coalesce(json_agg(json_build_object('company', t.company_id, 'title', t.title, 'text', t.text) ORDER BY t.id), '[]')
     FROM message_templates t WHERE t.by_id = $1) AS templates,
    (SELECT json_build_object('roles', o.roles, 'levels', o.levels, 'cities', o.cities, 'remote', o.remote, 'words', o.words,
        'neverShownTo', ARRAY(SELECT h.company_id FROM open_hidden h WHERE h.account_id = $1 ORDER BY 1))
     FROM open_to_work o WHERE o.account_id = $1) AS "openToWork",
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('i.job_id')}, 'note', CASE WHEN i.hidden THEN '' ELSE i.note END,
        'dismissed', i.dismissed, 'day', i.day) ORDER BY i.day, i.id), '[]')
     FROM job_invitations i WHERE i.account_id = $1) AS "invitationsReceived",
    (SELECT coalesce(json_agg(json_build_object('job', ${jobOf('i.job_id')}, 'note', i.note, 'day', i.day) ORDER BY i.day, i.id), '[]')
     FROM job_invitations i WHERE i.by_id = $1) AS "invitationsSent"`;

/** What they wrote in applications and were written to, whether they are open to work, and who invited whom. */
export const hiringPart: Exporter = {
  name: 'hiring',
  title: { zh: '求职与招聘', en: 'Hiring' },
  tables: ['application_messages', 'message_templates', 'open_to_work', 'open_hidden', 'job_invitations'],
  words: {
    messages: { zh: '投递中的消息', en: 'Messages in applications' },
    templates: { zh: '消息模板', en: 'Message templates' },
    openToWork: { zh: '求职意向', en: 'Open to work' },
    invitationsReceived: { zh: '收到的投递邀请', en: 'Invitations to apply' },
    invitationsSent: { zh: '发出的投递邀请', en: 'Invitations sent' },
    job: { zh: '职位', en: 'Job' },
    from: { zh: '来自', en: 'From' },
    own: { zh: '自己写的', en: 'Own' },
    title: { zh: '名称', en: 'Title' },
    company: { zh: '公司', en: 'Company' },
    text: { zh: '内容', en: 'Text' },
    note: { zh: '附言', en: 'Note' },
    words: { zh: '附言', en: 'Words' },
    roles: { zh: '职能', en: 'Roles' },
    levels: { zh: '级别', en: 'Levels' },
    cities: { zh: '城市', en: 'Cities' },
    remote: { zh: '远程', en: 'Remote' },
    neverShownTo: { zh: '永不展示给', en: 'Never shown to' },
    dismissed: { zh: '已忽略', en: 'Dismissed' },
    day: { zh: '日期', en: 'Day' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
