import type { Exporter } from '../exporters.ts';

const sql = `
  SELECT a.email, a.name, a.locale, a.password IS NOT NULL AS "hasPassword", p.handle, p.headline,
    encode(p.photo, 'hex') AS photo,
    (SELECT coalesce(json_agg(json_build_object('id', encode(k.id, 'hex'), 'name', k.name,
       'publicKey', encode(k.public_key, 'hex')) ORDER BY k.name, k.id), '[]')
     FROM passkeys k WHERE k.account_id = a.id) AS passkeys,
    (SELECT coalesce(json_agg(json_build_object('name', t.name, 'scopes', t.scopes, 'expires', t.expires)
       ORDER BY t.expires, t.id), '[]')
     FROM access_tokens t WHERE t.account_id = a.id) AS "accessTokens",
    (SELECT coalesce(json_agg(json_build_object('email', u.email, 'until', u.until) ORDER BY u.until, u.email), '[]')
     FROM email_undos u WHERE u.account_id = a.id) AS "earlierAddresses",
    (SELECT coalesce(json_agg(r.role ORDER BY r.role), '[]') FROM staff_roles r WHERE r.account_id = a.id) AS roles
  FROM accounts a LEFT JOIN profiles p ON p.account_id = a.id WHERE a.id = $1`;

/** Who they are, and their ways in. Not the password's hash nor those of tokens: they would only help to guess. */
export const exportAccount: Exporter = {
  name: 'account',
  title: { zh: '账号', en: 'Account' },
  tables: ['accounts', 'profiles', 'passkeys', 'access_tokens', 'email_undos', 'staff_roles'],
  words: {
    email: { zh: '邮箱', en: 'E-mail' },
    name: { zh: '名字', en: 'Name' },
    locale: { zh: '语言', en: 'Language' },
    hasPassword: { zh: '设有密码', en: 'Has a password' },
    handle: { zh: '主页地址', en: 'Address of the profile' },
    headline: { zh: '一句话介绍', en: 'Headline' },
    photo: { zh: '照片的哈希', en: "Photo's hash" },
    passkeys: { zh: '通行密钥', en: 'Passkeys' },
    publicKey: { zh: '公钥', en: 'Public key' },
    accessTokens: { zh: '访问令牌', en: 'Access tokens' },
    scopes: { zh: '权限', en: 'Scopes' },
    expires: { zh: '到期', en: 'Expires' },
    earlierAddresses: { zh: '可以改回的旧邮箱', en: 'Earlier addresses that can take it back' },
    until: { zh: '截止', en: 'Until' },
    roles: { zh: '职责', en: 'Roles' },
    id: { zh: '编号', en: 'Id' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
