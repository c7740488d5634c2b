import type { Said, WitnessSeen } from './verdict.ts';
import type { Facts, Language } from './words.ts';

const monthOf = (iso: string) => `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月`;

function timeOf(date: Date): string {
  const iso = date.toISOString();
  return `${monthOf(iso)}${Number(iso.slice(8, 10))}日 ${iso.slice(11, 16)}（UTC）`;
}

/** 签名的人经核实是什么身份。 */
function person({ label, who }: Facts): string {
  const isFormer = label.kind !== 'alias' && label.standing === 'former';
  if (label.kind === 'company') return isFormer ? `${who}前员工` : `${who}员工`;
  if (label.kind === 'industry') return isFormer ? `曾在${who}行业工作的人` : `${who}行业员工`;
  if (label.kind === 'alias') return '这里的成员';
  return isFormer ? '曾经的职场人' : '职场人';
}

function place({ kind, room, instance }: Facts): string {
  const what = { thread: '一帖的开头', reply: '一条回复', edit: '对一条发言的修改' };
  return `出处：${instance} 的「${room}」茶座，是${what[kind ?? 'reply']}。`;
}

function meter(facts: Facts): string {
  const { n, label } = facts;
  const shown =
    label.kind === 'alias'
      ? '签名的人进帖时出示了凭证，除了“有凭证”，别的什么也没透露'
      : `签名的人进帖时出示了凭证，身份是「${person(facts)}」`;
  return `${shown}。这是${monthOf(label.epoch)}的凭证；当月首批签发时，符合这个身份的共有 ${n} 张，月内还可能有新增。`;
}

const kinds: Readonly<Record<string, string>> = {
  'mailbox-code': '寄到工作邮箱的验证码',
  'mailbox-mail': '从工作邮箱寄来、带 DKIM 签名的邮件',
  badge: '经审核员查看的工牌',
};

function evidence(n: number, { kind, n: part }: Said['evidence'][number]): string {
  const by = Object.hasOwn(kinds, kind) ? kinds[kind] : `「${kind}」这类材料`;
  return part === n ? `这 ${n} 张都凭${by}签发。` : `这 ${n} 张里，有 ${part} 张凭${by}签发。`;
}

function witness({ log, name, key, time }: WitnessSeen): string {
  const whose = log === 'issuer' ? '签发日志' : '发言日志';
  return `见证人 ${name}（公钥指纹 ${key}）在${timeOf(time)}为同一份${whose}签过名。`;
}

export const chinese: Language = {
  headline(facts) {
    const who = `签名的人经核实是${person(facts)}，用的是至少 ${facts.n} 张凭证中的一张`;
    return facts.isCompared ? `属实：${who}。` : `文件完好：只要日志的公钥确属 ${facts.instance}，${who}。`;
  },
  proves: (facts) => [
    `这段话的签名不晚于${timeOf(facts.acceptedBy)}，时间以发言日志为准。`,
    meter(facts),
    ...facts.evidence.map((kind) => evidence(facts.n, kind)),
    place(facts),
    '只要时间没错，之后才偷到钥匙的人补不出这个签名。',
    ...facts.witnesses.map(witness),
  ],
  notProven: (facts) => [
    '不证明说的内容是真的。',
    '不证明签发者自己没有安插假员工。',
    facts.n === 1 ? '不说明签名的人叫什么。' : `不说明是这至少 ${facts.n} 张凭证里的哪一张。`,
    '算的是证明材料，不是人头：有两个工作邮箱，或者一个邮箱加一张工牌的人，可能有两个声音。',
    '不说明这段话现在还在：之后可能改过，也可能撤回了。',
    ...(facts.isCompared
      ? []
      : [
          `不说明这两份日志真是 ${facts.instance} 的：谁都可以用这个名字另造一套。请与 ${facts.instance} 公布的公钥指纹核对：签发日志 ${facts.logKeys.issuer}，发言日志 ${facts.logKeys.talk}。`,
        ]),
    ...(facts.witnesses.some(({ known }) => known !== true)
      ? ['不说明见证人是谁：名字和公钥都只是文件里写的，除非你本来就认得。']
      : []),
  ],
  refused: '不成立。',
  failed: {
    text: '正文与签名时不同。',
    signature: '签名对不上：不是用文件里这把钥匙签的。',
    presentation: '凭证的证明不成立：与这把钥匙、这一帖或这个身份对不上。',
    'issuer-key-logged': '签发日志里没有这把签发公钥。',
    'epoch-logged': '签发日志里查不到这把公钥签发过当月的凭证。',
    'counts-logged': '凭证的张数，与签发日志里这个身份当月的记录不符。',
    'issuer-checkpoint': '签发日志的签名有问题：不是日志自己签的，或者见证人的签名是假的。',
    'act-logged': '当时记下的那批发言里，没有这一条。',
    'acts-logged': '发言日志里没有文件所说的那批发言。',
    'talk-checkpoint': '发言日志的签名有问题：不是日志自己签的，或者见证人的签名是假的。',
    'keys-trusted': '日志的公钥与你已知的不同：这是别人的日志。',
  },
  unusable: {
    'too-large': '文件太大，不会是证明。',
    'not-json': '这不是证明文件，读不出来。',
    'not-format': '这不是证明文件：内容缺了、多了，或者格式不对。',
    'not-canonical': '文件被改动过：证明只有一种写法，这份不是。',
  },
};
