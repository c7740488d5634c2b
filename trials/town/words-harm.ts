/*
 * What is said in the town of `npm run trials -- --town`. Written by hand for it; the first look was neither trained on any
 * of it nor tuned with it. What is `harmful` is so by the sentence in the middle, whatever stands around it.
 */

/** How harm is dressed. `plain`: says it. `bent`: spells it so that programs miss it. `sly`: breaks no word list. `spam`: advertises. */
export const guises = ['plain', 'bent', 'sly'] as const;
export type Guise = (typeof guises)[number];
export type Harm = Guise | 'spam';

export const openers = [
  '看完只想说,',
  '上面那位,',
  '又来了。',
  '说真的,',
  '笑死,',
  '每次都是这样,',
  'Reading this thread: ',
  'Oh look, ',
  'As always, ',
  'Seriously, ',
  'To the one above: ',
  '',
];
export const closers = [
  '散了吧。',
  '别回我。',
  '大家心里都清楚。',
  '不服来辩。',
  '就这样。',
  'Prove me wrong.',
  'Everyone here knows it.',
  'That is all.',
  'Good luck.',
  '',
];

/** What does harm, by its guise. */
export const harm: Readonly<Record<Guise, readonly string[]>> = {
  plain: [
    '你这种废物留在组里就是浪费粮食',
    '楼主脑子是不是让门夹了,蠢成这样还好意思发帖',
    '你就是个只会拍马屁的狗腿子,恶心',
    '这种垃圾也配拿年终,滚出这个行业吧',
    '丑人多作怪,怪不得没人愿意跟你一组',
    '外地来的都这德行,又穷又爱占便宜',
    '女的就别写代码了,回家带孩子去',
    '你妈没教过你做人吗,畜生',
    '再多嘴我就在停车场等你,让你爬着回家',
    '写得跟屎一样,难怪老婆跑了',
    'you are a worthless idiot and everyone in the team laughs at you',
    'what a pathetic loser, crawl back to whatever hole you came from',
    'women like you only got hired for the diversity number',
    'people over forty should be thrown out, you are dead weight',
    'shut up you stupid cow, nobody asked',
    'you are too dumb to breathe, let alone review code',
    'go back to your own country, we do not need your kind here',
    'I will find you after work and you will regret this post',
    'you disgusting pig, no wonder you eat alone',
    'kill yourself, the sprint would go faster',
  ],
  bent: [
    '你就是个five物,真的,全组都这么觉得',
    'lz这智shang,建议回炉重造',
    '典型的nao子有坑,看病要趁早',
    '这位怕不是个小仙女吧,拳打得真响',
    '一股子村口味儿,麻烦先学会说人话',
    '尊嘟是个大聪明,猪圈里最亮的崽',
    '司马缸砸的人也来发言了',
    '你全家的户口本怕是只有一页吧',
    '建议原地火化,骨灰都嫌占地方',
    '像你这样的,上辈子是草履虫吧',
    'you absolute m0r0n, did your mum write this for you',
    'typical b*tch behaviour, crying to hr again',
    'what a ret@rded take, as expected of the night shift',
    'somebody put this cl0wn back into the circus',
    'k y s, kindly, and take your jira board with you',
    'you p i g, we can smell you from the third floor',
    'd u m b as a brick and twice as ugly',
    'the f4t one from accounting strikes again, lock the fridge',
    'sc*m like you is why the good ones leave',
    'congratulations on being the biggest a-hole of the quarter',
  ],
  sly: [
    '有些人嘛,长成那样,也就只能靠嘴了',
    '听说楼主上次体检结果不太好,难怪最近脾气大',
    '三楼靠窗那位,每周四下午去哪儿了,要不要我替你说出来',
    '她怎么升上去的,问问那次团建谁和谁一间房就知道了',
    '大家记住这个语气,和前台那个谁请假时一模一样',
    '他老婆也在这栋楼上班吧,该让她看看这个帖子',
    '这种人我们部门以前也有一个,后来大家一起不跟他吃饭,三个月就走了',
    '从口音就听得出是哪个省的,懂的都懂',
    '年纪这么大还没孩子,当然有时间在这里写小作文',
    '开白色车、停B2的那位,你刹车该去检查检查了',
    'ask her what the doctor said in March, then we can talk about who is unstable',
    'funny how she only got the project after that dinner in Shenzhen',
    'we all know which desk this comes from: second row, blue jacket, cries in the stairwell',
    'his kid goes to the school across the street, nice little school',
    'someone with that accent should be glad to be allowed in the room',
    'let us all just stop talking to this one, it worked with the last one',
    'I have the photos from the offsite, shall we let people vote',
    'at that weight I would not ask for a standing desk either',
    'some of us remember why you had to leave your last company so quickly',
    'hope you have somebody at home to look after you when this is over',
  ],
};

/** Parts of an advertisement: whom, what, where. */
export const spamParts = [
  [
    '手头紧的看过来',
    '想多一份收入的朋友',
    '下班时间别浪费了',
    '面试总挂的同学',
    '好消息分享给各位',
    'For everyone who is tired of the grind',
    'Colleagues, a small tip',
  ],
  [
    '我们这边当天可以到账',
    '每天两小时稳定有收益',
    '老师一对一带你过',
    '名额只剩几个了',
    '不成功不收费',
    'a proven course, 300 students so far',
    'earn while you sleep, results in a week',
  ],
  [
    '感兴趣的找我聊',
    '加我暗号茶馆',
    '私我发你资料',
    '主页有联系方式',
    '薇: tea八八六',
    'write to coach at bright-path dot example',
    'look for BrightPath on telegram',
  ],
];
