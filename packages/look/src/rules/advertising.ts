import { type Finding, matches, quoting, typedSpan } from '../finding.ts';
import { type Rule, rx } from '../personal/rule.ts';
import type { Reading } from '../read.ts';
import { type Cue, cue, offers } from './offers.ts';

const plus = '(?:加|\\+|➕|＋|佳|嘉|伽)';
const wechat = '(?:微|薇|威|徽|卫|維|维|v|w|vx|wx|q|扣|企鹅|飞机|电报|tg|丫)';

const cues: readonly Rule<Cue>[] = [
  cue(
    'goods',
    rx()`(?:贷款|网贷|信用贷|借钱|借款|急用钱|信用卡|套现|代还|养卡|提额|兼职|兼\s职|刷单|日结|副业|搞钱|代理(?!人|服务器)|微商|加盟|代写|代办|代开|代缴|代做|代打|代运营|发票|办证|刻章|毕业证|学历|离职证明|收入证明|银行流水|简历(?:精|修|优|一对一|代|润)|面试(?:辅导|代|作弊|助攻)|代面试|内推(?:名额|费|码)|付费内推|大厂内推|训练营|课程|培训班|试听|架构师课|引流|涨粉|粉丝|优惠券|红包|返利|返现|股票|牛股|涨停|炒股|外汇|期货|数字货币|usdt|比特币|挖矿|彩票|博彩|棋牌|保险|理财|基金群|减肥|瘦身|祛痘|植发|丰胸|(?<!不)同城(?!市)|上门|按摩|私密|房源|中介|租房直租|看房|游戏(?:打金|代练|币)|账号|实名号|拼车|会员|网盘|资料|群主|导师带|跨境电商|电商创业|直播带货|创业|开户|背调|公司注册|记账|移民|签证|劳务|海外|招聘|客服|打字员|手工活|律师|法务|逾期|停息|落户|积分|工作签|高仿|复刻|原单|手表|烟酒|茶叶|内部(?:员工)?价|员工价|二手|vpn|梯子|出国|征信|开房记录|解封|抢票|代抢|演唱会票|高铁票|搬家|拉货|陪诊|专家号|去疤|去痣|祖传|回收|购物卡|京东卡|星巴克|模特|全屋定制|家政|保洁|装修|外教|笔试|刷题|代过|小程序开发|网店|无货源|健身房年卡|年卡|转让|形象照|证件照|烟丝|经营贷|首付|车源|商标|域名|护肤品|学生贷|体验金|邀请码|推广员|病假条|经络|理疗|美容|整形|团购|养老社区|入群|单身|下单|标书|论文|工牌照片|人体工学椅|报班|机构|官方号|流水)`,
  ),
  cue(
    'promise',
    rx()`(?:包(?:过|就业|教会|上岸|下款|通过|吃住|签证|面试|拿证|满意)|秒(?:批|到|下款|审)|当天(?:放款|到账|下款)|日(?:入|赚|结)|月(?:入|赚)(?:过?万|\d)|月薪[^,。]{0,6}起|稳赚|躺赚|轻松(?:赚|创业|月)|无抵押|无需抵押|零基础|0基础|零门槛|无门槛|不成功不|先(?:看货|看|面|过|做)(?:再|后)(?:付|给)|过了再付|看货|低至|最低价|全网(?:最低|底价)|价格(?:优惠|美丽|低|好谈)|特价|限时|仅限(?:今天|今日)|仅剩|名额(?:只剩|有限)|只剩\d|原价|现在\d|免费(?:领|试|带|送|咨询|听)|无效退款|不反弹|绝不拖欠|一单一结|首充|提现|高薪|高佣|返点|点位低|费率(?:低|全网)|不收费|胜诉再|胜率|内幕|量大从优|批量|一件代发|0元|免佣|长期合作|长期有效|稳定不封|可验证|网上可查|靠谱团队|正规(?:平台|公司|贷款|渠道)|导师一对一|一对一|专业(?:团队|办理|代|法务|提供)|帮您|手机(?:就能|就可以|轻松)|在家(?:就能|也能|带娃)|宝妈|学生(?:党)?都(?:能|可)|利息低|只要\d|全程(?:代办|托管)|支持验货|人均|老板们|姐妹们?|宝子|随时联系|黑户|千字\d|汇率高|千\d|只要[^,。]{0,4}元|比官网低|打折|新开业|万\s?起|成功(?:率|再付|后付)|不成功退|退全款|可退费|秒发|\d{1,2}折|[一二三四五六七八九]折|半价|首(?:节|次|单|课)|货到付款|不看征信|凭身份证|手续简单|直降|老客户|当面结算|随叫随到|比[^,。]{1,6}便宜|工厂直销|厂家|包邮|现货|买一送|立减|内部渠道|有渠道|随时|支持|不留痕|好商量|可议|价格实惠|便宜(?:出|卖)|低价|一次[一二三四五六七八九两]?[百千]|一张[一二三四五六七八九]?十|加钱|时薪|无需经验|经验不限|佣金|返佣|提成|包分|靠谱|先查|懂的来|百分百|自提|高价|大量|实名认证|送体验|\d{2,3}(?:块|元)?(?:包邮|带走)|万\s?起|\d+\s?(?:元|块)一次)`,
  ),
  cue(
    'call',
    rx()`(?:${plus}(?:我|一下)?(?:的)?${wechat}|${plus}(?:我)?(?:微信|薇信|徽信|威信|❤|v信|群)|(?:微|薇|威|v|vx|wx|薇信|v信)[:❤+是号][a-z\d_]|私(?:聊|信|我|戳)|戳我|滴滴我|dd(?![a-z])|扣\s?1|回复?1|详聊|扫(?:码|我|头像|一下)|进群|拉你|拉群|有意(?:者|向的|私|加|联系|滴)|(?:想|需要)(?:了解|做|要|的)(?:的)?(?:加|私|联系|dd|姐妹|来|扣|抓紧|滴|速|朋友|戳)|感兴趣(?:的)?(?:加|私|联系)|点(?:击)?(?:下方)?链接|点我(?:头像|主页)?|加q|加群|欢迎(?:咨询|联系|加入|私)|咨询(?!师|公司|行业|顾问|岗|过|了|业)|联系(?:我|方式|王|张|李)|招募中|找我|招代理|速来|抓紧|先到先得|[vV]我(?!50)|来谈|懂的来|踢我|欢迎骚扰|看我(?:签名|主页)|主页有|报帖子|来电|上门|(?:一个|随时)电话|来我(?:直播间|店)|急单|面谈|拍下|填(?:写)?邀请码|下载app|入群|想(?:干|考|搞|做|移民|学)[^,。]{0,8}的|承接|诚招|诚聘|专注|本(?:店|公司|人)(?!的)|我们(?:机构|店|团队)|出售|转让|低价转|(?:便宜|低价)?出(?:一批|个|\d)|大量回收|高价收|谁要|需要[^,。]{0,8}的(?:同学|朋友|来|看)|详情(?:见|看|加)|公众号搜|暗号|看过来|来电|@[a-z]\w{3,20})`,
  ),
  cue(
    'sure',
    rx()`(?:代(?:写|做)(?:周报|论文|ppt|简历|作业)|代开[^,。]{0,4}(?:发票|证明)|办证刻章|(?:出售|批量|卖)[^,。]{0,10}(?:账号|实名|会员号|粉)|刷单返利|停息挂账|高仿[^,。]{0,6}(?:表|包|鞋)|内推代面|代面试[^\n]{0,8}付|(?:办理|代办)(?:离职|收入|学历|毕业)[^,。]{0,4}(?:证明|证书|证)|房源[^\n]{0,10}(?:免佣|加我)|(?:https?:\/\/)?(?:t\.cn|dwz\.cn|url\.cn|suo\.im)\/\w)`,
  ),
  cue(
    'goods',
    rx()`\b(?:loans?|credit\s(?:repair|ok|check)|bad\scredit|debt|crypto|bitcoin|forex|trading|signals?|invest(?:ment|or|ing)?|pre-?ipo|passive\sincome|drop\s?shipping|dropship\w{0,4}|downline|mlm|amazon\s(?:seller|fba)|side\shustle|work(?:ing)?\sfrom\shome|from\shome|data\sentry|boot\s?camp|course|webinar|masterclass|coaching|mentor(?:ship)?|tutoring|resumes?|cv|cover\sletters?|essay|dissertation|exam\sdumps?|dumps|certificates?|degrees?|diplomas?|pay\s?stubs|doctor['’]?s\snote|experience\sletters?|background\scheck|proxy|interview\s(?:support|help|questions?)|followers|likes|subscribers|accounts?|licen[sc]es?|activation|discount\scodes?|promo|coupon|voucher|gift\scards?|casino|betting|poker|(?:sign-?up|welcome|deposit|casino)\sbonus|supplements?|weight|lbs|pounds|pills|meds|prescription|tea|escorts?|massage|rentals?|apartments?\sfor|real\sestate|insurance|immigration|visa|h1b|tax\srefund|brokerage|referral\s(?:link|code)|rolex|replicas?|watches|youtube\schannel|newsletter|agency|packers|vpn|iptv|hotspot|hair\sextensions|macbooks?|old\s(?:laptops?|phones?|macbooks?)|cleaning|placement|c2c|opt\sstudents|payday|cash\sadvance|advance|invite\scode|unlock|mdm|aaa|catalog|hypnosis|tiktok|views|ielts|toefl|pmp|singles|note\staker|token|presale|whitelist|stock\soptions|ghostwrite|linkedin\sposts|life\scoach|personal\strainer|gym|biryani|delivery|vape|edibles|study\sin|consultants|room\sfor\srent|student\sdebt|your\s9-5|my\ssystem|commission|sponsored|bags)\b`,
  ),
  cue(
    'promise',
    rx()`(?:\b(?:guaranteed?|money\sback|no\s(?:experience|credit\scheck|interview|exams?|prescription|risk|win\sno\sfee)|free\s(?:gift|bonus|consultation|trial|webinar|lesson|session|spins)|first\s\w{3,8}\sfree|limited\s(?:seats|spots|time|offer|slots)|(?:spots|slots|seats)\sare\slimited|instant\s(?:delivery|approval|cash)|cheap(?:est)?|as\slow\sas|\d{1,2}\s?%\s?(?:off|win|guaranteed|pass)|buy\s\d\sget|best\s(?:price|rates?|consultant)|top\srated|bulk\s(?:price|discount)|be\syour\sown\sboss|financial\sfreedom|job\sguaranteed|pay\safter|only\s\$\d+|weekly\spay|daily\spay|discreet|ships?\sworldwide|24\s?/\s?7|ready\sin\sa|accredited|authentic|verified|lifetime|safe\sand|1:1|fast\scash|today\sonly|until\smidnight|hot\sdeal|easy\smoney|returns\sof|in\s\d{1,2}\s(?:days|weeks|hours)|win\srate|both\sget|up\sto\s\$|for\ssale|settle\sfor|updated|half\sprice|\d{1,4}\s(?:bucks|dollars|euros?)\b(?:\s(?:monthly|a\s(?:week|month)))?|unlimited|same\sday|no\s(?:questions\sasked|obligation)|or\srefund|pass\sor|or\syou\sdon['’]t\spay|works?\sin\sone|vetted|discounted|first\svisit|special\s(?:rate|offer|price)|\d{1,3}x\spotential|free\sdelivery|for\s\d+\s(?:dollars|bucks|euro)|seats\sfilling|openings\sleft|in\sten\sminutes|copies|without\ssitting|join\sfree|utilities\sincluded|cheap\sn\sfast|\d{2}/hr|instead\sof\s\d|ends\s(?:sunday|today|tonight|soon)|genuine)\b|(?:make|earn|e4rn|turned?|making)\s(?:up\sto\s)?(?:my\s)?\$?\d[\d,k]{0,8}|\$\$\$|\$\d[\d,]{0,8}(?:k)?\s?(?:/|a|per)\s?(?:hr|hour|day|week|month|mo)|\d{1,3}k\s?(?:/|a|per)\s?month|\$\d{1,4}\b(?=[^\n]{0,14}(?:dm|message|inbox|ping)))`,
  ),
  cue(
    'call',
    rx()`(?:\b(?:dm\s(?:me|for)|(?:message|inbox|text|ping|pm|whatsapp|telegram|contact|email|call)\s(?:me|us|now|on)|ask\sme\show|apply\s(?:now|at|today|here)|sign\sup|join\s(?:my|our|us|now|today)|enroll?\s(?:now|today)|register\s(?:now|free|here)|book\s(?:now|a\scall)|order\s(?:now|here|today)|buy\snow|click\s(?:here|the\slink)|link\sin\s(?:bio|profile)|use\s(?:my|code|promo|our)\s?(?:\w{0,10}\s)?(?:code|link|[a-z]{2,10}\d{2})|comment\s\w{2,12}\sand|visit\s\w|smash\ssubscribe|subscribe|check\sout\smy|our\s(?:course|agency|fund|experts|team|pills)|(?:my|our)\s(?:course|channel|webinar)|i\scan\steach|call\sfor|deposit\snow|i['’]?ll\ssend\syou|pics\son\srequest|telegram|whats\s?app|t\.me|we\s(?:provide|do\syour|sit\syour|settle|offer)|contact\son|in\sprofile|message\sfor|lmk|hmu|ask\sme\sabout\smy|we\smarket|sell\sme|reach\sout|on\srequest|try\sus|hit\sfollow|come\ssay\shi|our\s(?:app|program|consultants|top\smembers)|download\sour|join\sfree|are\swaiting|delivered\sto|ladies|students!|(?:is|are)\sopen|on\sme)\b|https?://(?:bit\.ly|tinyurl|t\.co|cutt\.ly)|bit\.ly/|\b[\w\-]{4,30}(?:\.|\sdot\s)(?:biz|xyz|top|shop|click|online)\b|getfollow\w{0,4}|@[a-z]\w{3,20})`,
  ),
  cue(
    'sure',
    rx()`\b(?:selling\s(?:\w{2,12}\s){0,3}(?:accounts?|codes?|dumps?|certificates?|followers|leads|licen[sc]es)|buy\s(?:\w{2,10}\s){0,3}(?:accounts|followers|likes|reviews)|(?:sell|selling)\s(?:aged|verified)|escorts?\s(?:near|service|available)|replica\s(?:rolex|watches|bags)|casino\sbonus|essay\swriters|fake\s(?:experience|degrees?|pay\s?stubs|diplomas?)|no\sprescription,|exam\sdumps|crypto\ssignals?|be\syour\sown\sboss|join\smy\sdownline|shared\saccounts?|smash\ssubscribe|follower\spackages?)\b`,
  ),
];

/** Somebody who warns, complains, asks or tells: not a seller. */
const notSelling =
  /骗|提醒|小心|别信|当心|曝光|求推荐|有没有(?:靠谱|人|好)|推荐(?:一下|吗|个)|违法|合法吗|推销|烦|被(?:逼|割|坑|封)|逼我们|强制|打击|举报|值不值|怎么样|靠谱吗|利率多少|评审|需求|排期|接口|bug|风控|后端|前端|谢谢楼主|工资|仲裁了|网上说|都是假|吗[?？]|发票(?:报销|要)|我们公司|我司|走流程|离职流程|怎么写|站内|\b(?:scam\w{0,4}|beware|spam\w{0,4}|fake\srecruiter|is\sit\sworth|worth\sit|useless|anyone\s(?:have|know|used|tried)|has\sanyone|does\sanyone|should\si|i\spaid|i\sgot\sscammed|warning|avoid|stop\b|forced?\b|our\scompany|hr\s(?:said|told)|is\sthe|are\sbootcamps|i\ssold\smy|we['’]?re\shiring|we\sare\shiring|reply\shere|happy\sto\srefer|found\sout|collapsed|our\shours|layoffs?|on-call|my\sboss|manager|underwriters?|caseloads|in\smay|ripped\soff|scheduled|employees|instead\sof\sraises|again$)/iu;

/** Cues are counted over a whole text, but a long post has some by chance: they must stand this close, in characters. */
const near = 160;

/** Held, queued or left alone, by the cues that stand together. */
function weigh(has: (name: Cue) => boolean): 'sure' | 'cues' | undefined {
  const what = has('goods') || has('offer');
  const gain = has('promise') || has('price');
  if (has('sure') || (what && gain && has('call'))) return 'sure';
  if (has('offer') && has('price') && has('promise')) return 'sure';
  // A sum of money alone makes nothing an advertisement: it counts beside a seller's way of speaking only.
  const two = (['goods', 'promise', 'call'] as const).filter(has).length >= 2;
  return two || (has('offer') && (gain || has('call'))) ? 'cues' : undefined;
}

/** Advertising: held where goods, promise and a way to the seller come together, queued where two of them do (safety.md). */
export function advertisingIn(reading: Reading): Finding[] {
  const { tight } = reading;
  const hits = [...cues, ...offers].flatMap((rule) =>
    [...matches(rule, tight.text)]
      .filter(([start]) => quoting(reading, start) === 'own')
      .map(([start, end]) => ({ cue: rule.kind, start, end })),
  );
  hits.sort((a, b) => a.start - b.start);
  for (const [i, first] of hits.entries()) {
    const close = hits.slice(i).filter(({ start }) => start - first.start <= near);
    const weighed = weigh((name) => close.some((hit) => hit.cue === name));
    if (!weighed) continue;
    // Some words are in several lists ("上门"): a word counts once, however many it is in.
    const words = new Set(close.map(({ start, end }) => `${start} ${end}`)).size;
    const needed = close.some((hit) => hit.cue === 'sure') ? 1 : weighed === 'sure' ? 3 : 2;
    if (words < needed) continue;
    const last = close.reduce((end, hit) => Math.max(end, hit.end), first.end);
    const around = tight.text.slice(Math.max(0, first.start - 60), last + 60);
    const doubted = notSelling.test(around);
    // Two of the three are in harmless lists as well: enough for a moderator to look, not to keep the words back.
    if (doubted && weighed === 'cues') continue;
    const verdict = weighed === 'sure' && !doubted ? 'hold' : 'queue';
    const rule = `advertising-${weighed}`;
    return [{ kind: 'advertising', rule, verdict, ...typedSpan(tight, first.start, last) }];
  }
  return [];
}
