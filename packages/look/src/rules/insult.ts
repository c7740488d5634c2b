import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';
import { likenessRules } from './likeness.ts';

/** Things one may swear at: a system, a process, the weather. */
const things =
  /^(?:的)?(?:一样的?)?(?:需求|系统|公司|代码|流程|考勤|bug|天气|电梯|软件|工具|制度|规定|玩意|设计|逻辑|会议|政策|电脑|网络|食堂|空调|项目|排期|方案|文档|接口|平台|打印机|周报|绩效|行业|规则|操作|东西(?:又|怎么))/u;
/** Who speaks of themselves, or tells what was said to them. */
const myself = /(?:我们?|自己|咱)(?:真|就|也|才|都|们|还|像|这|个|只|不过|简直|觉得|感觉|是|跟|条|一){0,5}$/u;
const toldMe =
  /(?:骂|说|叫|喊|称呼?|管|当成?)(?:我们?|人家?|他|她|别人|同事|大家|员工|女生)?(?:是|作|为|成|一句|过)?[^,。]{0,3}$/u;
/** Speech against an insult has to name it. */
const against =
  /歧视|偏见|别再|不要再|别叫|不该|尊重|反对|停止|伤人|没品|论调|凭什么|称呼|招谁惹谁|刻板|霸凌|污名|这种话|说法|地图炮/u;

const sha = '(?:[傻煞沙砂莎]|(?<![a-z])sha|(?<![a-z])s(?=[逼比币]))';
const bi = '(?:[逼比笔币毕壁屄哔叉缺狗×]|\\*|x(?![a-z])|b(?![a-z])|bi(?![a-z])|杯(?!子)|屌)';
const you = '(?:你们?|楼主|楼上|lz|op|您|恁|尔等)';

const zhWords: readonly [name: string, pattern: string][] = [
  ['sha-bi-zh', `${sha}${bi}(?!利)|${sha}[\\s.\\-_*·]{1,2}[逼屄]|大?傻(?:子|蛋|帽|缺)|沙雕`],
  [
    'letters-zh',
    '傻\\s?13|(?<![a-z\\d])(?:nmsl|cnm|cnmd|nmd|nmb|nmgb|wdnmd|rnm|gnm|mlgb|sb|s13|szb|2b|dsb|zz|nc|nt|djb|tmsb|ntm|qnmd|rnmd|shabi|caonima|nima)(?![a-z\\d])',
  ],
  [
    'mother-zh',
    '(?:你|尼|泥|妮|拟)(?:妈|马|玛|麻|娘|m)(?:的)?(?:死|臭|炸|没|逼|比|b|蛋)|(?:操|草|艹|日|干|曹|肏|槽)(?:你|尼|泥|拟)(?:妈|马|玛|大爷|娘|祖宗|全家|m)|死(?:妈|全家|爹)|没妈|司马东西|孤儿',
  ],
  [
    'brain-zh',
    '脑残|智障|弱智|低能儿?|白痴|脑瘫|脑(?:子|壳)(?:有泡|里装|有病|进水|有坑|被驴|不好使|长)|神经病|蠢货|蠢猪|蠢驴|猪头|猪脑',
  ],
  [
    'scum-zh',
    '贱[人货种逼]|杂种|畜生|人渣|败类|王八蛋|狗娘养|狗日的?|狗东西|狗杂|狗腿子|走狗|狗崽|臭虫|蛆虫|渣滓|下三滥|不要脸|没教养|垃圾人|废物东西|老东西|老不死|窝囊废|软蛋|龟孙|孙子养|饭桶|草包|搅屎棍|巨婴|癞蛤蟆|白眼狼|狗仗人势|吃里扒外|下等人|龌龊|无耻(?:小人|之徒)|厚颜|脸皮(?:比|真)|臭嘴|狗叫|吃屎|瓜娃子|哈批|扑街|冚家|逗比|野鸡大学|没爹|没妈养|伪娘|酸鸡|狗肚子|蠢到家|蠢得没边|大专狗|外包狗也|牛鬼蛇神|地沟油才|土包子|(?<![a-z])fw(?![a-z])|这种货色|这货就',
  ],
  [
    'woman-zh',
    '婊(?!的)|绿茶[婊b]|臭三八|母狗|破鞋|骚货|荡妇|公交车女|死肥[婆宅猪]|肥婆|肥猪|丑八怪|丑逼|死(?:太监|基佬|娘炮|人妖|变态|胖子|女人|男人)|娘炮',
  ],
  ['peoples-zh', '阿三|棒子(?!骨|面|粥)|小日本|鬼子|黑鬼|尼哥|支那|蛮子|乡巴佬|土鳖|硬盘人|穷逼'],
  ['die-zh', '去死(?!角|循环)|怎么不去死|早点死|下地狱|不得好死|死远点'],
  [
    'begone-zh',
    '滚(?:出研发|远点|出去|回(?:家|去|你)|犊子|粗|蛋(?=吧|$|[,。!])|吧|开|出(?:公司|我们|中国|上海|北京))|给(?:我|爷|老子)滚|快滚|滚你',
  ],
];

const zh: readonly LookRule[] = [
  ...zhWords.map(
    ([name, pattern]): LookRule => ({
      kind: 'insult',
      name,
      verdict: 'queue',
      find: rx()`${pattern}`,
      ...(name === 'letters-zh' && { near: /[\u3400-\u9fff]|^[^a-z]*[a-z\d]{2,6}[^a-z]*$/u }),
      not: against,
      notBefore: new RegExp(`${myself.source}|${toldMe.source}`, 'u'),
      notAfter: things,
    }),
  ),
  {
    kind: 'insult',
    name: 'you-are-zh',
    verdict: 'queue',
    find: rx()`${you}(?:才|就|真|也|这|个|种|是|不就|简直|他妈|tm|特么|全家|都|一|群|条|只|怎么|这么|的|像|跟|真是|纯纯|就是|算|活该|绝对|妈|爸|爹){1,6}[^,。!?\n]{0,4}?(?:狗|猪|垃圾|废物|奴才|蠢|贱|太监|舔狗|奴隶|有病|傻|笨|丑|东西|玩意|小丑|败类|巨婴|蛆|外包|骗子|喷子|水军|五毛|脑子|寄生虫|小人|屎)(?!系统|代码|流程|单|假)`,
    not: /是不是搞|有病假|看病|什么东西呀|说的|吗.{0,2}年假|[他她]说|觉得自己/u,
    notBefore: /(?:骂|说|对|告诉|老板|主管|领导|hr)(?:我|我们|道|了|过)?[^,。]{0,3}$/u,
  },
  {
    kind: 'insult',
    name: 'not-worthy-zh',
    verdict: 'queue',
    find: rx()`${you}(?:也|就|都)?(?:配(?:吗|不|说|当|叫|做|钥匙|几把)|算(?:个|什么)(?:东西|老几|屁|球|鸟|几)|懂(?:个|什么|几)(?:屁|鸟|锤子|毛|架构|技术))|猪(?:都|也)比${you}|菜就多练|看见你[^,。]{0,4}(?:吐|恶心)|更年期[^,。]{0,4}没人要|没人要的|说你是猪|畜生不如|活着(?:浪费|干嘛|有什么用)|浪费(?:空气|粮食)|丢人现眼|跪舔|轮得到${you}`,
    notBefore: toldMe,
  },
  {
    kind: 'insult',
    name: 'groups-zh',
    verdict: 'queue',
    find: rx()`(?:[\p{Script=Han}]{1,3}人|女(?:的|人|生|员工)|男(?:的|人)|外包|应届生|实习生|三?十五岁[^,。]{0,6}的?|\d{2}后|老员工|农村(?:的|人)|小镇做题家|同性恋|程序员|产品|hr|外地(?:的|人)|大专生?)(?:[^,。]{0,6})(?:都是|全是|就是|没一个|一个个|天生|就该|就不该|不配|不行|滚)(?:都是)?[^,。]{0,4}(?:废物|垃圾|小偷|骗子|拖油瓶|贱|蠢|傻|懒|好东西|好人|穷|脏|没素质|恶心|进技术|做技术|别招|别来|滚|$|,)`,
    not: new RegExp(`${against.source}|不是|谁说|吗|我`, 'u'),
    notBefore: toldMe,
  },
];

const selfEn =
  /\b(?:i['’]?m|i\sam|i\swas|i\sfeel\slike|me\sfeel\slike|myself|called\sme|calls?\sme|calling\s(?:me|people|someone|us|her|him|them)|called\s(?:her|him|them|us|a)|like\san?|being\san?|word|term|such\sas|i['’]?m\ssuch|my\sown|i['’]d\sbe)\s(?:\w{1,10}\s){0,3}$/iu;
const againstEn =
  /\b(?:not\s(?:ok|okay|cool|acceptable)|never\sok|isn['’]t\sok|please\sstop|can\swe\sstop|slur|called\sme|calling\speople|nobody\sshould|no\sone\sshould|no\sone\sdeserves|offensive|stereotype|prejudice|myth|racis[tm]|sexis[tm]|ageis[tm]|harass\w{0,5}|lie\si|the\sword|and\sit\sis\swrong|don['’]t\sbe|policy|unfair|underpaid)\b/iu;
const person =
  '(?:idiot|moron|imbecile|retard|dumbass|dumb\\s?fuck|dipshit|shithead|dickhead|asshole|ass\\shole|prick|bastard|bitch|cunt|loser|clown|donkey|pig|cow|rat|snake|weasel|coward|trash|garbage|scum|parasite|creep|incel|troll|fool|nobody|failure|disgrace|liar|cockroach|vermin|psycho|joke|bootlicker|leech|simp|brat|peasant|bimbo|hag|hoe|hack|fossil|walnut|virgin|airhead|tool(?=\\s(?:op|you|he|she|of\\sa\\s\\w)|$|[.!])|wanker|gasbag|sheep|goat|toddler|simpleton|mouth\\s?breather|degenerate|waste\\sof\\soxygen|piece\\sof\\s(?:shit|crap|garbage|work)|pos|excuse\\sfor\\sa\\s\\w{2,10}|waste\\sof\\s\\w{2,8}|diversity\\shire)s?';
const adj =
  '(?:an?|the|such|so|just|all|fucking|freaking|complete|total|absolute|stupid|pathetic|utter|real|dumb|worthless|lazy|ugly|fat|spineless|lying|little|old|useless|big|disgusting|bunch\\sof|what|biggest|walking|miserable|sad|ignorant|entitled|greedy|nothing\\sbut|lot\\sof|spoiled|cheap|filthy|lousy|bunch|brainless|talentless|clueless|smooth\\sbrained|bloody|insufferable)';

const en: readonly LookRule[] = [
  {
    kind: 'insult',
    name: 'you-are-en',
    verdict: 'queue',
    find: rx()`\b(?:you(?:['’]re|\sare|\sr|re|\speople\sare|\sguys\sare|\sall\sare)?|ur|u(?:\sr)?|op\sis|you['’]ve\sbeen|y['’]all(?:\sare)?)(?:\s${adj}){0,5}\s(?:${person}|stupid|pathetic|retarded|worthless|disgusting|subhuman|brain\s?dead|useless|dumb|ugly|trash|delusional|insane)\b(?!\s(?:at\s(?:first|times)|question|mistake|idea|bug|in\s(?:the|a)\smeeting|collect\w{0,3}|can|bin))`,
    not: againstEn,
    notBefore:
      /\b(?:told|said|tells|says|saying|called|if|think|when|makes?|like)\s(?:me\s|us\s|her\s|him\s|that\s)?$/iu,
  },
  {
    kind: 'insult',
    name: 'person-is-en',
    verdict: 'queue',
    find: rx()`\b(?:he|she|this\s(?:guy|dude|woman|man|clown|person)|that\s(?:guy|dude|woman|man)|they)(?:['’]s|\sis|['’]re|\sare)(?:\s${adj}){1,4}\s${person}\b`,
    not: againstEn,
    notBefore: /\b(?:told|said|says|called|if|whether|think)\s(?:me\s|that\s)?$/iu,
  },
  {
    kind: 'insult',
    name: 'strong-en',
    verdict: 'queue',
    find: rx()`\b(?:dumb\s?ass(?:es)?|retards?|dipshits?|shitheads?|dickheads?|cunts?|c[*#]nts?|fag(?:got)?s?|whores?|sluts?|scumbags?|subhumans?|imbeciles?|jackass(?:es)?|motherfuckers?|mofos?|douche(?:bag)?s?|twats?|wankers?|assholes?|as{2}\s?holes?|bitch(?:es)?|b[*#]tch|libtards?|bimbos?|skanks?|chinks?|n[i*]gg(?:er|a)s?|spics?|trann(?:y|ies)|pajeets?|gooks?|brain\s?dead|low\s?life|lowlifes?|inbred|sub\s?human|boot\s?lick(?:er|ers|ing)|mouth\s?breathers?|white\strash|smooth\s?brain(?:ed|s)?|stupid\shoe|(?:this|that|the|an?|such\san?)\sidiot(?=\sout|$|[.!]))\b`,
    not: againstEn,
    notBefore: new RegExp(`${selfEn.source}|\\b(?:son\\sof\\sa|ain['’]t\\sa|resting)\\s$`, 'iu'),
    notAfter: /^\s(?:about|at\smy|face|ass\s(?:process|tool|system|meeting))/iu,
  },
  {
    kind: 'insult',
    name: 'piece-of-en',
    verdict: 'queue',
    find: rx()`\bpiece\sof\s(?:shit|crap|trash|garbage)\b|\bp\.?o\.?s\.?\b(?!\s?机|\s(?:machine|terminal|system))|\b(?:absolute|complete|total|utter|pathetic|what\sa|such\sa|bunch\sof|fucking|lazy|fat|ugly|stupid)\s(?:${adj}\s){0,2}${person}\b|^[^a-z]{0,3}(?:loser|clown|moron|idiot|trash|scum|creep|coward|liar|troll)s?[\s.!]{0,3}$`,
    near: /\b(?:manager|director|boss|guy|he|she|you|your|u|ur|people|team|hr|lead|ceo|dev|exec\w{0,6}|leadership|them|they|op|who|bunch|of|a)\b|^[^a-z]*\w+(?:\s\w+){0,2}[^a-z]*$/iu,
    not: againstEn,
    notBefore: selfEn,
    notAfter: /^\s(?:code|software|laptop|tool|system|printer|build|of\sa\s(?:system|process))/iu,
  },
  {
    kind: 'insult',
    name: 'curse-en',
    verdict: 'queue',
    find: rx()`\b(?:f[u*]ck|fuk|fck|fvck|screw)\s?(?:yourself|you|u|off|ya|ur|your\s(?:mom|mother|face)|y['’]all)\b|\b(?:stfu|gtfo|kys|foad|gfy|kill\s(?:yourself|urself|ur\sself)|die\sin\sa\sfire|drop\sdead|eat\s(?:shit|a\s(?:dick|bag))|go\sto\shell|burn\sin\shell|shut\s(?:the\s\w{2,6}\sup|your\s(?:\w{2,8}\s)?mouth|up\s(?:you|u))|rot\sin|choke\son\sit|lick\smy|suck\smy|get\s(?:cancer|aids)|neck\syourself|hang\syourself)\b|\bhope\s(?:you|u|they|he|she)\s(?:all\s)?(?:die|rot|get\s(?:cancer|fired|hit)|choke|suffer|burn)\b`,
    not: againstEn,
    notBefore: /\b(?:told\s(?:me|us|her|him)\sto|said|says|want\sto|going\sto|gonna|to)\s$/iu,
  },
  {
    kind: 'insult',
    name: 'belittle-en',
    verdict: 'queue',
    find: rx()`\b(?:you\shave\sthe\siq\sof|reason\sbirth\scontrol|nobody\s(?:likes|loves|wants)\syou|your\s(?:parents|mother|mom)\s(?:must|should)\sbe\s(?:so\s)?ashamed|imagine\sbeing\s(?:this|that|so)\s(?:stupid|dumb|bad)|touch\sgrass|you\ssmell|your\smom\s(?:is|was)|go\sback\sto\s(?:your|where\syou)|u\smad\sbro|get\sbent|cope\sharder|dumb(?:er)?\s(?:as|than)\sa\s|you['’]?re\snothing|you\sare\snothing|f\su\b|crawl\sback|makes?\sme\swant\sto\s(?:vomit|puke)|brain\sis\s(?:on|missing|off|empty)|go\schoke|garbage\sas\sa|you\sdisgust\sme|cry\smore)\b`,
    not: againstEn,
  },
  {
    kind: 'insult',
    name: 'groups-en',
    verdict: 'queue',
    find: rx()`\b(?:women|men|females|girls|indians?|chinese|asians?|blacks?|whites?|muslims?|jews?|mexicans?|immigrants?|foreigners?|h1bs?|boomers?|millennials?|gen\sz|gays?|trans(?:\speople)?|americans?|russians?|koreans?|polish(?:\sguys)?|poles|latinos?|africans?|arabs?|brits|germans|cripples|disabled|juniors|contractors|moms|mothers)(?:\s(?:coworkers?|colleagues?|people|engineers?|hires?|workers?|devs?|managers?))?\s(?:(?:are|r)\s(?:all\s|always\s|just\s|only\s|so\s|naturally\s)?(?:stupid|lazy|dumb|spies|thieves|cheats|liars|useless|worthless|trash|cheap|dirty|weak|ruining|stealing|terrorists|destroying|incompetent|inferior|parasites|taking|drunks?|criminals|animals|airheads)|steal|can['’]?t\s(?:code|lead|do|drive|think|handle)|cannot\s\w{2,8}|(?:don['’]?t|do\snot|never)\s(?:belong|deserve)|should(?:n['’]t)?\s(?:all\s|just\s){0,2}(?:work|die|go\s(?:back|home)|be\s(?:banned|deported|fired|at\shome)|stay\s(?:home|out|in\sthe\skitchen)|not\sbe)|ruin(?:ed|ing)?\s(?:this|the|our|every))`,
    not: againstEn,
    notBefore: /\b(?:that|say(?:ing|s)?|claims?|not\s(?:all|every)|told|think|myth)\s(?:that\s)?$/iu,
  },
];

/** Insults of persons and groups: published and queued. Swearing at a thing, or at oneself, is nobody's business. */
export const insultRules: readonly LookRule[] = [...zh, ...en, ...likenessRules];
