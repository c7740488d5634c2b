import type { Exporter } from '../exporters.ts';

const sql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('company', company_id, 'role', role, 'until', until) ORDER BY company_id, role), '[]')
     FROM representatives WHERE account_id = $1) AS roles,
    (SELECT coalesce(json_agg(json_build_object('company', company_id, 'day', day, 'refused', refused) ORDER BY company_id), '[]')
     FROM representative_claims WHERE account_id = $1) AS claims,
    (SELECT coalesce(json_agg(json_build_object('company', company_id, 'key', encode(key, 'hex'), 'ended', revoked IS NOT NULL)
       ORDER BY logged), '[]') FROM company_keys WHERE account_id = $1) AS keys,
    (SELECT coalesce(json_agg(json_build_object('company', company_id, 'day', day, 'version', version, 'facts', facts)
       ORDER BY company_id, version), '[]') FROM company_versions WHERE by_id = $1) AS written`;

/** What they do for companies, and wrote in their names. Keys are public ones. */
export const companiesPart: Exporter = {
  name: 'companies',
  title: { zh: '代表公司', en: 'Acting for companies' },
  tables: ['representatives', 'representative_claims', 'company_keys', 'company_versions'],
  words: {
    roles: { zh: '职责', en: 'Roles' },
    role: { zh: '职责', en: 'Role' },
    company: { zh: '公司', en: 'Company' },
    claims: { zh: '代表公司的申请', en: 'Claims to act for companies' },
    refused: { zh: '运营者的答复', en: 'What the operator said' },
    until: { zh: '有效期至', en: 'Until' },
    day: { zh: '日期', en: 'Day' },
    keys: { zh: '答复用的公钥', en: 'Public keys for answers' },
    key: { zh: '公钥', en: 'Public key' },
    ended: { zh: '已停用', en: 'Ended' },
    written: { zh: '写过的公司资料', en: 'Company facts written' },
    version: { zh: '版本', en: 'Version' },
    facts: { zh: '内容', en: 'Facts' },
    about: { zh: '简介', en: 'About' },
    website: { zh: '网站', en: 'Website' },
    founded: { zh: '成立年份', en: 'Founded' },
    headquarters: { zh: '总部', en: 'Headquarters' },
    zh: { zh: '中文', en: 'Chinese' },
    en: { zh: '英文', en: 'English' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
