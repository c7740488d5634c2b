import type { HouseRule } from '@teahouse/contract/talk';
import type { Action } from './actions.ts';

export type Tongue = 'zh' | 'en';
type Ready = Readonly<Record<Tongue, string>>;

/*
 * Sentences to begin with. They answer the author in the language of the post, whatever the screen speaks, so they are
 * no part of the catalogs. Each says what was wrong and what would have been right; none threatens.
 */

const broken: Readonly<Record<HouseRule, readonly Ready[]>> = {
  threat: [
    {
      zh: '这条发言对他人作出了伤害性的威胁。无论起因是什么，茶馆都不保留威胁。',
      en: 'This post threatens somebody with harm. Whatever led to it, threats do not stay here.',
    },
    {
      zh: '这里鼓动他人去伤害某个人。愤怒可以说，但请不要指向对某人的伤害。',
      en: 'This calls on others to harm somebody. Anger may be said; harm to a person may not be called for.',
    },
  ],
  'personal-data': [
    {
      zh: '发言里有能找到具体某个人的信息（电话、住址、工号或账号）。去掉之后可以重新发表。',
      en: 'The post holds data by which a person can be found (telephone, address, staff number or account). Without it, it may be posted again.',
    },
    {
      zh: '这里试图指认匿名发言者是谁。茶馆里谁也不揭别人的脸谱。',
      en: 'This tries to say who an anonymous author is. Nobody here lifts another’s mask.',
    },
  ],
  insult: [
    {
      zh: '这条发言攻击的是人，而不是事情或观点。批评做法可以，请不要辱骂人。',
      en: 'This attacks a person, not a matter or an opinion. What was done may be criticised; nobody may be abused.',
    },
    {
      zh: '发言针对一位没有公职的同事。可以说发生了什么，请不要给人贴侮辱性的标签。',
      en: 'This is aimed at a colleague who holds no office. Say what happened; do not call people names.',
    },
  ],
  hate: [
    {
      zh: '发言贬低一群人（地域、性别、民族、出身等）。请就事论事，不要以群体定性。',
      en: 'The post belittles a group of people (by region, sex, ethnicity, origin and the like). Speak of what was done, not of what people are.',
    },
  ],
  sexual: [
    {
      zh: '发言或图片含有色情内容，这里不保留。',
      en: 'Words or pictures are pornographic; they do not stay here.',
    },
    {
      zh: '这里对某个具体的人作性方面的议论。请不要这样谈论同事。',
      en: 'This speaks of a particular person in a sexual way. Do not speak of colleagues like that.',
    },
  ],
  advertising: [
    {
      zh: '这条发言是推广（引流、卖货、代办或招人返利）。茶座不是广告栏。',
      en: 'This post advertises (goods, services, groups, referrals). A room is not a notice board.',
    },
  ],
  flooding: [
    {
      zh: '同样或几乎同样的内容已经多次发表。保留其中一条即可。',
      en: 'The same words, or nearly the same, were posted several times. One of them stays.',
    },
  ],
  impersonation: [
    {
      zh: '这里冒充某个人、某家公司或茶馆的管理者。谁也不能以别人的名义发言。',
      en: 'This poses as some person, company, or as staff of this house. Nobody speaks in another’s name.',
    },
  ],
  illegal: [
    {
      zh: '这条内容涉及法律明确禁止的行为（买卖、诈骗、教唆等），不能留在这里。',
      en: 'This concerns what the law plainly forbids (trade, fraud, incitement and the like) and cannot stay.',
    },
  ],
  other: [
    {
      zh: '这条发言不符合茶馆的规则，原因是：',
      en: 'This post is against the rules of the house, because ',
    },
  ],
};

const kept: readonly Ready[] = [
  { zh: '看过了：这条发言没有违反规则，予以保留。', en: 'We looked: this post breaks no rule, and stays.' },
  {
    zh: '这是对公司或做法的批评，说得尖锐但不违规，予以保留。',
    en: 'This criticises a company or what it does. It is sharp and breaks no rule, and stays.',
  },
];

const ofThread: Readonly<Partial<Record<Action, readonly Ready[]>>> = {
  lock: [
    {
      zh: '话题下的争吵已经盖过了讨论，先停在这里。已有的发言都还能看。',
      en: 'Quarrel has drowned the discussion, so it ends here. What was said can still be read.',
    },
  ],
  unlock: [{ zh: '已经平静下来，可以继续讨论了。', en: 'It has calmed down; the discussion may go on.' }],
  slow: [
    {
      zh: '发言太密，看不清彼此在说什么。先放慢一些。',
      en: 'It goes so fast that nobody hears the other. It is slowed down for a while.',
    },
  ],
};

const labelled: readonly Ready[] = [
  {
    zh: '内容予以保留，但加上一句提示，请读者自行判断。',
    en: 'It stays, with a word of caution, so that readers can judge for themselves.',
  },
];

/** Sentences to begin with, for a decision under a rule; the first is the usual one. */
export function readyWords(action: Action, rule: HouseRule, tongue: Tongue): readonly string[] {
  const ready =
    action === 'keep' ? kept : action === 'caution' ? labelled : (ofThread[action] ?? broken[rule]);
  return ready.map((words) => words[tongue]);
}
