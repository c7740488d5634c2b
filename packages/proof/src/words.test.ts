import { describe, expect, it } from 'vitest';
import { createProofKit, type ProofChange } from './testing/index.ts';
import { checkCodes, type Verdict } from './verdict.ts';
import { verifyProof } from './verify.ts';
import { unusableWords, verdictWords } from './words.ts';

const kit = await createProofKit();
const names = {
  industries: [{ id: 'games', name: { zh: '游戏', en: 'Games' } }],
  companies: [{ id: 'acme', industry: 'games', name: { zh: '顶点', en: 'Acme' } }],
};
const verdictOf = async (change: ProofChange = {}, trusted = kit.trusted as Partial<typeof kit.trusted>) =>
  verifyProof({ proof: await kit.make(change), bbs: kit.bbs, trusted });
const failing = (verdict: Verdict): Verdict => ({
  ...verdict,
  outcome: 'not-proven',
  checks: checkCodes.map((code) => ({ code, state: 'failed' })),
});

describe('the words of a verdict', () => {
  it('say in English what is proven and what is not', async () => {
    const { headline, proves, failed, notProven } = verdictWords(await verdictOf(), 'en', names);
    expect(headline).toBe(
      'Proven: signed by somebody verified as an employee of Acme, with one of at least 57 such credentials.',
    );
    expect(failed).toEqual([]);
    expect([...proves, ...notProven].join('\n')).toMatchInlineSnapshot(`
      "These words were signed before 22 November 2026, 10:45 UTC: the time that talk's log gives.
      On entering the thread, the signer showed a credential as an employee of Acme, issued for November 2026. There were 57 such credentials when that month's were first issued; later in the month more may have come.
      Of these 57 credentials, 40 rest on a code sent to the work mailbox.
      Of these 57 credentials, 17 rest on a DKIM-signed mail from the work mailbox.
      They were said on tea.example, in the room “acme”, as the opening of a thread.
      If that time is right, a key stolen later can not have made this signature.
      The witness witness.example/w1 (key 79b7 a577 b7eb 3525 abf2) signed the same state of the issuer's log on 22 November 2026, 11:00 UTC.
      The witness witness.example/w1 (key 79b7 a577 b7eb 3525 abf2) signed the same state of talk's log on 22 November 2026, 11:00 UTC.
      It does not prove that the words are true.
      It does not prove that the issuer itself did not sign up a puppet.
      It does not show which of these 57 or more credentials it was.
      It counts pieces of evidence, not people: who has two work mailboxes, or a mailbox and a badge, may have two voices.
      It does not show that the words still stand: they may have been edited or taken back since."
    `);
  });

  it('say the same in Chinese', async () => {
    const { headline, proves, failed, notProven } = verdictWords(await verdictOf(), 'zh', names);
    expect(headline).toBe('属实：签名的人经核实是顶点员工，用的是至少 57 张凭证中的一张。');
    expect(failed).toEqual([]);
    expect([...proves, ...notProven].join('\n')).toMatchInlineSnapshot(`
      "这段话的签名不晚于2026年11月22日 10:45（UTC），时间以发言日志为准。
      签名的人进帖时出示了凭证，身份是「顶点员工」。这是2026年11月的凭证；当月首批签发时，符合这个身份的共有 57 张，月内还可能有新增。
      这 57 张里，有 40 张凭寄到工作邮箱的验证码签发。
      这 57 张里，有 17 张凭从工作邮箱寄来、带 DKIM 签名的邮件签发。
      出处：tea.example 的「acme」茶座，是一帖的开头。
      只要时间没错，之后才偷到钥匙的人补不出这个签名。
      见证人 witness.example/w1（公钥指纹 79b7 a577 b7eb 3525 abf2）在2026年11月22日 11:00（UTC）为同一份签发日志签过名。
      见证人 witness.example/w1（公钥指纹 79b7 a577 b7eb 3525 abf2）在2026年11月22日 11:00（UTC）为同一份发言日志签过名。
      不证明说的内容是真的。
      不证明签发者自己没有安插假员工。
      不说明是这至少 57 张凭证里的哪一张。
      算的是证明材料，不是人头：有两个工作邮箱，或者一个邮箱加一张工牌的人，可能有两个声音。
      不说明这段话现在还在：之后可能改过，也可能撤回了。"
    `);
  });

  it.each(['zh', 'en'] as const)(
    'lean on keys that were not compared, and give them to compare: %s',
    async (lang) => {
      const verdict = await verdictOf({}, {});
      const { headline, notProven } = verdictWords(verdict, lang, names);
      expect(headline).toMatch(/^(Sound|文件完好)/);
      expect(headline).toContain('tea.example');
      expect(notProven.join()).toContain(verdict.what.logKeys.issuer);
      expect(notProven.join()).toContain(verdict.what.logKeys.talk);
      expect(notProven.join()).toMatch(/who the witnesses are|见证人是谁/);
    },
  );

  it.each([
    [{ kind: 'company', credential: { standing: 'former' } }, 'a former employee of Acme', '顶点前员工'],
    [{ kind: 'industry' }, 'an employee in the industry Games', '游戏行业员工'],
    [{ kind: 'professional' }, 'a professional', '职场人'],
    [{ kind: 'alias' }, 'a member', '这里的成员'],
  ] as [ProofChange, string, string][])('fit the label %j', async (change, en, zh) => {
    const verdict = await verdictOf(change);
    expect(verdictWords(verdict, 'en', names).headline).toContain(`verified as ${en}, `);
    expect(verdictWords(verdict, 'zh', names).headline).toContain(`经核实是${zh}，`);
  });

  it('use ids where there are no names', async () => {
    expect(verdictWords(await verdictOf(), 'en').headline).toContain('an employee of acme');
  });

  it.each(['zh', 'en'] as const)(
    'say one sentence for each failure, and nothing as proven: %s',
    async (lang) => {
      const { headline, proves, failed, notProven } = verdictWords(failing(await verdictOf()), lang, names);
      expect(headline).toBe(lang === 'en' ? 'Not proven.' : '不成立。');
      expect({ proves, notProven }).toEqual({ proves: [], notProven: [] });
      expect(new Set(failed).size).toBe(checkCodes.length);
      expect(failed[0]).toBe(lang === 'en' ? 'The text differs from what was signed.' : '正文与签名时不同。');
    },
  );

  it('are never left with a hole', async () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const change of [{}, { kind: 'alias' }, { act: 'edit' }, { act: 'reply' }] as ProofChange[]) {
        const words = verdictWords(await verdictOf(change, {}), lang);
        expect(JSON.stringify(words)).not.toMatch(/undefined|null|NaN|Invalid|\[object|\$\{/);
      }
      for (const reason of ['too-large', 'not-json', 'not-format', 'not-canonical'] as const) {
        expect(unusableWords(reason, lang).length).toBeGreaterThan(5);
      }
    }
  });

  it('name each kind of evidence, and quote one that they do not know', async () => {
    const verdict = await verdictOf();
    const of = (kind: string) => {
      const what = { ...verdict.what, evidence: [{ kind, n: 57 }] };
      return (['en', 'zh'] as const).map((locale) =>
        verdictWords({ ...verdict, what } as Verdict, locale, names).proves.join(' '),
      );
    };
    expect(of('badge')).toEqual([
      expect.stringContaining('rest on a badge that a reviewer looked at'),
      expect.stringContaining('凭经审核员查看的工牌'),
    ]);
    expect(of('tea-leaves')).toEqual([
      expect.stringContaining('the kind “tea-leaves”'),
      expect.stringContaining('「tea-leaves」这类材料'),
    ]);
    expect(of('constructor')[0]).toContain('the kind “constructor”');
  });
});
