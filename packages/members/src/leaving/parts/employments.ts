import type { Exporter } from '../exporters.ts';

const sql = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('company', e.company_id, 'evidence', e.evidence,
       'pin', encode(e.pin, 'hex'), 'verified', e.verified, 'expires', e.expires, 'signedFrom', e.credential_from,
       'credentials', (SELECT coalesce(json_agg(json_build_object('epoch', c.epoch, 'standing', c.standing,
           'issuerKey', c.key_id, 'signature', encode(c.signature, 'hex'), 'salt', encode(c.salt, 'hex'),
           'point', encode(c.point, 'hex'), 'pin', encode(c.pin, 'hex'), 'logged', c.leaf_index)
           ORDER BY c.epoch, c.standing), '[]')
         FROM credentials c WHERE c.employment_id = e.id)) ORDER BY e.company_id), '[]')
     FROM employments e WHERE e.account_id = $1) AS employments,
    (SELECT coalesce(json_agg(json_build_object('pin', encode(h.pin, 'hex'), 'until', h.until, 'from', h.free_from)
       ORDER BY h.pin), '[]')
     FROM evidence_holders h WHERE h.account_id = $1) AS mailboxes,
    (SELECT coalesce(json_agg(json_build_object('from', k.from_epoch, 'point', encode(k.point, 'hex'),
       'commitment', encode(k.commitment, 'hex')) ORDER BY k.from_epoch), '[]')
     FROM account_commitments k WHERE k.account_id = $1) AS commitments,
    (SELECT coalesce(json_agg(json_build_object('company', b.company_id, 'sent', b.sent, 'state', b.state,
       'reason', b.reason, 'words', b.words, 'decided', b.decided) ORDER BY b.sent, b.id), '[]')
     FROM badges b WHERE b.account_id = $1) AS badges`;

/** What is proven of their work, what that rests on, and what the issuer signed. */
export const exportEmployments: Exporter = {
  name: 'work',
  title: { zh: '工作与凭证', en: 'Work and credentials' },
  tables: ['employments', 'evidence_holders', 'account_commitments', 'badges'],
  words: {
    employments: { zh: '已验证的工作', en: 'Verified employments' },
    company: { zh: '公司', en: 'Company' },
    evidence: { zh: '依据', en: 'Evidence' },
    pin: { zh: '依据的标记', en: 'Pin of the evidence' },
    verified: { zh: '验证日', en: 'Verified' },
    expires: { zh: '有效至', en: 'Expires' },
    signedFrom: { zh: '自哪个月起签发', en: 'Signed from' },
    credentials: { zh: '凭证', en: 'Credentials' },
    epoch: { zh: '月份', en: 'Month' },
    standing: { zh: '在职状态', en: 'Standing' },
    issuerKey: { zh: '签发密钥', en: "Issuer's key" },
    signature: { zh: '签名', en: 'Signature' },
    salt: { zh: '盐', en: 'Salt' },
    point: { zh: '承诺点', en: 'Point of the commitment' },
    logged: { zh: '公开日志中的条目', en: 'Entry of the public log' },
    mailboxes: { zh: '工作邮箱的标记', en: 'Pins of mailboxes' },
    until: { zh: '截止', en: 'Until' },
    from: { zh: '自', en: 'From' },
    commitments: { zh: '承诺', en: 'Commitments' },
    badges: { zh: '工牌审核', en: 'Badges' },
    sent: { zh: '提交日', en: 'Sent' },
    state: { zh: '状态', en: 'State' },
    reason: { zh: '理由', en: 'Reason' },
    words: { zh: '说明', en: 'Words' },
    decided: { zh: '决定日', en: 'Decided' },
    commitment: { zh: '承诺及其证明', en: 'Commitment with its proof' },
  },
  async read(db, account) {
    const { rows } = await db.query(sql, [account]);
    return rows[0] ?? {};
  },
};
