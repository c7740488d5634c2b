import type { Exporter } from '../exporters.ts';

/** Names of others stand here as they show themselves; what others do about this member is theirs, and is not told. */
const personOf = (id: string) =>
  `json_build_object('name', (SELECT name FROM accounts WHERE id = ${id}), 'handle', (SELECT handle FROM profiles WHERE account_id = ${id}))`;

const sql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('with', ${personOf('c.other_id')}, 'since', c.since) ORDER BY c.since, c.other_id), '[]')
     FROM connections c JOIN accounts o ON o.id = c.other_id AND o.leaves IS NULL WHERE c.account_id = $1) AS connections,
    (SELECT coalesce(json_agg(json_build_object('to', ${personOf('r.to_id')}, 'note', r.note, 'day', r.day) ORDER BY r.day, r.to_id), '[]')
     FROM connection_requests r JOIN accounts o ON o.id = r.to_id AND o.leaves IS NULL WHERE r.from_id = $1) AS "requestsSent",
    (SELECT coalesce(json_agg(json_build_object('from', ${personOf('r.from_id')}, 'note', r.note, 'day', r.day, 'declined', r.declined) ORDER BY r.day, r.from_id), '[]')
     FROM connection_requests r JOIN accounts o ON o.id = r.from_id AND o.leaves IS NULL WHERE r.to_id = $1) AS "requestsReceived",
    (SELECT coalesce(json_agg(${personOf('f.followed_id')} ORDER BY f.followed_id), '[]')
     FROM follows f JOIN accounts o ON o.id = f.followed_id AND o.leaves IS NULL WHERE f.follower_id = $1) AS follows,
    (SELECT count(*)::integer FROM follows f JOIN accounts o ON o.id = f.follower_id AND o.leaves IS NULL WHERE f.followed_id = $1) AS followers,
    (SELECT coalesce(json_agg(f.company_id ORDER BY f.company_id), '[]') FROM company_follows f WHERE f.follower_id = $1) AS "companiesFollowed",
    (SELECT coalesce(json_agg(${personOf('b.blocked_id')} ORDER BY b.blocked_id), '[]') 
     FROM blocks b JOIN accounts o ON o.id = b.blocked_id AND o.leaves IS NULL WHERE b.blocker_id = $1) AS blocked`;

/** Whom they know, follow and block. Who blocks them is not told, and followers are a number. */
export const exportNetwork: Exporter = {
  name: 'network',
  title: { zh: '人脉', en: 'Network' },
  tables: ['connections', 'connection_requests', 'follows', 'company_follows', 'blocks'],
  words: {
    connections: { zh: '人脉', en: 'Connections' },
    with: { zh: '对方', en: 'With' },
    since: { zh: '自', en: 'Since' },
    requestsSent: { zh: '发出的请求', en: 'Requests sent' },
    requestsReceived: { zh: '收到的请求', en: 'Requests received' },
    to: { zh: '发给', en: 'To' },
    from: { zh: '来自', en: 'From' },
    note: { zh: '附言', en: 'Note' },
    day: { zh: '日期', en: 'Day' },
    declined: { zh: '谢绝日', en: 'Declined' },
    follows: { zh: '关注的人', en: 'Follows' },
    followers: { zh: '关注者人数', en: 'Followers' },
    companiesFollowed: { zh: '关注的公司', en: 'Companies followed' },
    blocked: { zh: '屏蔽的人', en: 'Blocked' },
    name: { zh: '名字', en: 'Name' },
    handle: { zh: '主页地址', en: 'Address of the profile' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
