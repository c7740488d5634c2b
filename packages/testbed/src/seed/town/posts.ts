/** What the people of the town tell under their own names. All of it is invented. */
export interface TownPost {
  readonly lang: 'zh' | 'en';
  readonly text: string;
  readonly daysAgo: number;
  readonly audience?: 'connections';
  /** How many pictures are drawn for it. */
  readonly pictures?: number;
  /** Passes on the post at this place, which stands before it. */
  readonly shares?: number;
  readonly comments: readonly { readonly text: string; readonly to?: number }[];
  /** The part of the town that reacts. */
  readonly liked: number;
}

export const posts: readonly TownPost[] = [
  {
    lang: 'zh',
    text: '入职满三年，今天把带我的师傅请出来喝了一壶老白茶。他说：文档写给半年后的自己看，就不会写得太差。记下来，也分享给刚入行的朋友。',
    daysAgo: 9,
    comments: [{ text: '这句话值得贴在工位上。' }, { text: '我师傅说的是“写给凌晨三点的同事看”。', to: 0 }],
    liked: 0.3,
  },
  {
    lang: 'en',
    text: 'Three things that made our on-call bearable again:\n\n1. Nobody is on call alone in their first two months.\n2. Every alert has an owner, or it is deleted.\n3. The week after, no meetings before ten.\n\nIt took us a year to agree on the second one.',
    daysAgo: 8,
    comments: [
      { text: 'How did you get people to delete alerts? Ours are all “just in case”.' },
      { text: 'We counted which ones anybody had acted on. Four of sixty.', to: 0 },
      { text: 'Number three is the one I will steal.' },
    ],
    liked: 0.35,
  },
  {
    lang: 'zh',
    text: '周末和同事去看了山里的茶园，顺便聊清楚了一个卡了两周的接口设计。有些问题真的适合在走路的时候想。',
    daysAgo: 7,
    pictures: 3,
    comments: [{ text: '下次叫上我！' }, { text: '所以接口最后怎么定的？' }],
    liked: 0.4,
  },
  {
    lang: 'en',
    text: 'After eleven years of building warehouses full of robots I have learned that the hardest part is the ramp at the loading dock. It is always the ramp.',
    daysAgo: 6,
    comments: [{ text: 'The ramp, and the wet day in November.' }],
    liked: 0.25,
  },
  {
    lang: 'zh',
    text: '我们组在找一位愿意把测试写明白的验证工程师，不看学校，看你怎么讲清楚一个难缠的缺陷。感兴趣可以直接私下聊。',
    daysAgo: 5,
    comments: [{ text: '接受异地吗？' }, { text: '可以，每季度来一周。', to: 0 }],
    liked: 0.2,
  },
  {
    lang: 'en',
    text: 'Our small open tool for reading battery test logs is out. It does one thing: it tells you which cell misbehaved first.',
    daysAgo: 5,
    pictures: 1,
    comments: [{ text: 'This would have saved me a month last year. Thank you.' }],
    liked: 0.3,
  },
  {
    lang: 'zh',
    text: '转给做调度的朋友：这篇讲装卸台的，说出了我们仓库的痛点。',
    daysAgo: 4,
    shares: 3,
    comments: [{ text: '坡道，永远是坡道。' }],
    liked: 0.15,
  },
  {
    lang: 'zh',
    text: '给人脉里的老同事：下周三老地方聚，谁来在下面说一声，我好订桌。',
    daysAgo: 3,
    audience: 'connections',
    comments: [{ text: '我来。' }, { text: '带一位新同事可以吗？' }, { text: '当然，人多热闹。', to: 1 }],
    liked: 0.1,
  },
  {
    lang: 'en',
    text: 'Today I told a customer “I don’t know, I will find out by Thursday”, and nothing terrible happened. Recommended.',
    daysAgo: 3,
    comments: [{ text: 'It gets easier every time.' }],
    liked: 0.45,
  },
  {
    lang: 'zh',
    text: '做风控五年，最大的体会：模型给出的是问题，不是答案。把问题问对的人，比把分数算高的人更难得。',
    daysAgo: 2,
    comments: [{ text: '深有同感。' }, { text: '能展开讲讲吗？想听一个具体的例子。' }],
    liked: 0.4,
  },
  {
    lang: 'en',
    text: 'First sketches from the new chapter are on the wall. Half of them will go, and that is the point.',
    daysAgo: 1,
    pictures: 4,
    comments: [{ text: 'Keep the lantern one!' }, { text: 'The lantern stays.', to: 0 }],
    liked: 0.35,
  },
  {
    lang: 'zh',
    text: '今天第一次主持评审会，紧张得把茶倒在了键盘上。评审通过了，键盘没有。',
    daysAgo: 1,
    comments: [{ text: '键盘的牺牲是值得的。' }, { text: '恭喜！' }],
    liked: 0.5,
  },
  {
    lang: 'en',
    text: 'Reading my notes from a year ago: most of what worried me never came, and the thing that did was on no list. Still making lists, but shorter ones.',
    daysAgo: 0,
    comments: [{ text: 'Shorter lists, stronger tea.' }],
    liked: 0.25,
  },
  {
    lang: 'zh',
    text: '秋茶到了。办公室的第一壶归值夜班的同事。',
    daysAgo: 0,
    pictures: 1,
    comments: [],
    liked: 0.3,
  },
];
