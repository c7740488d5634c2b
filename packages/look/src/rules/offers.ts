import { type Rule, rx } from '../personal/rule.ts';

/**
 * What an advertisement has: goods, a promise, a way to the seller. One alone is ordinary talk. `offer` is a seller's
 * way of speaking, whatever is sold; `price` is a sum for a piece, an hour or a head; `sure` is enough by itself.
 */
export type Cue = 'goods' | 'promise' | 'call' | 'sure' | 'offer' | 'price';

export const cue = (name: Cue, find: RegExp): Rule<Cue> => ({ kind: name, name, find });

const clause = '[^,，。;；!！?？\\n]';
const num = '(?:\\d{1,6}(?:\\.\\d)?|[一二两三四五六七八九十百千万几]{1,5})';
const piece = '(?:个|件|次|张|份|篇|节|单|盒|斤|套|条|人|位|双|瓶|包|箱|台|页|平|课时|小时|问题|题|首|颗|只)';

const zh: readonly Rule<Cue>[] = [
  cue(
    'offer',
    rx()`(?:专(?:做|业(?:承接|代|做|定制|维修|回收)|治|营|修|卖|供)|承接|接(?:各类|单啦?|定制)|长期(?:供应|收|做|招|接)|(?:急|低价|诚心|特价)(?:出|转|售|卖)|出(?:租|售|闲置)|(?:^|[,，。!！\s])(?:卖|收|出|转)(?:各种|全新|正版|九成新|一批|闲置|自家|大量)?${clause}{2,14}?[,，]|批发|(?:帮|替|代)(?:你|您|大家|各位|人)(?:投|约|写|办|查|做|搞|刷|抢|跑|改|排|买|过|考|养|还|弄)|(?:手里|家里|这边|我这儿?|店里)有(?:一?批|货|资源|渠道|现货|房|车|名额)|有货|清(?:仓|库存)|新(?:开|到|店|款|课)|开(?:班|团|课)|拼(?:单|团)|招(?:代理|学员|合伙|兼职|推广|加盟)|拉人头|上新|尾货|到货|对外(?:出租|承接|招)|(?:各位|家人|宝|姐妹|老乡|老铁|亲|兄弟)们?(?:老板|们)?(?:看(?:看|过来|这里)|来|有福|福利|[,，])|(?:本人|我|在下)(?:是)?(?:做|从事|专门?做|代理)${clause}{1,10}?${num}年|(?:有|谁)(?:${clause}{0,10}?)(?:需求|需要|想法)的|需要做?${clause}{1,12}?的(?:可以|请|加|找|来|联系)|想(?:赚|挣|要|做|买|租|学|换|考|办|瘦|移民|了解)${clause}{1,12}?的(?:$|[,，朋同姐兄来找可加]))`,
  ),
  cue(
    'price',
    rx()`(?:${num}\s?(?:元|块钱?|刀|米|大洋|r(?:mb)?)?(?:钱)?\s?(?:一|每|/|两|三)\s?${piece}|(?:一|每|两)${piece}\s?(?:只要|才|卖|收|要|算)?\s?${num}\s?(?:元|块|$|[,，。])|(?:月租|年费|押金|费率|定金|起步价|批发价|进价|出厂价|学费|门票|单价|套餐|成本价|团购价|福利价|老客价)${clause}{0,4}?(?:${num}|万${num}|分期|低)|(?:省|立?减|返|送|奖励|便宜|优惠|抵)(?:你)?\s?(?:\d{2,5}|[一二两三四五六七八九十百千几]{1,3}[十百千万成])(?:元|块|$|[,，。])?|充\s?${num}\s?[送得]|(?:一天|每天|一单|一小时|一次|日薪|时薪)(?:能)?(?:赚|挣|到手|拿)?(?:到)?\s?${num}(?:多|几|来)?(?:元|块|$|[,，。])|批发价|内部(?:价|折扣|优惠)|学费分期|免费(?:重修|试|体验)|${num}\s?个?$)`,
  ),
  cue(
    'promise',
    rx()`(?:保(?:录|过|真|底|就业|本|送|签)|包(?:邮|拿|出|教|退|换|上门|安装|生|来回|吃)|永久|正版|一条龙|(?:${num})(?:天|周|日|小时|分钟|个月)(?:就?能?)?(?:学会|出(?:证|结果|图|稿)?|瘦|搞定|上岸|到手|拿证|包会|出单|回本)|当天(?:出|到|办|拿)|过不了|不(?:满意|过|成)${clause}{0,3}?(?:退|免|重|不收)|重修免费|低息|无息|秒到|批(?:下来|得快)|就能批|送货|上门|注册(?:即|就|立)?送|无上限|量大|变现|月入|回本|外快|无押金|免押|随时看|根治|祖传)`,
  ),
  cue(
    'call',
    rx()`(?:加好友|找我(?:要|拿|领|聊|吧|就行|[,，。]|$)|联系(?:我|本人|方式)|可以联系|微信同(?:名|号)|同微|报我?(?:的)?(?:名字?|暗号|号)|链接在|(?:评论|楼下|下方|简介|签名|主页|置顶)(?:区|里)?(?:有|见|自取|放|留|领)|私(?:我|下聊|戳)|聊聊?(?=$|[,，。!！])|(?:送|发)货|自提|面交|(?<!不)同城(?!市)|进店|到店|预约|下单|咨询|报名(?:从速|请|加|找)|开班|各位老板|看看(?=[,，])|按${clause}{1,6}收费|(?:随时|欢迎)(?:看|来|问|滴|戳))`,
  ),
  cue(
    'sure',
    rx()`(?:(?:做|办|造|开|代)(?:假|虚假)?(?:流水|在职证明|收入证明|学历证|离职证明|病假条|发票)[^。\n]{0,16}(?:联系|加|找|出|私)|注册[即就]送[^。\n]{0,16}(?:提现|链接|邀请)|(?:低息|无息|秒批|凭[^,，。]{1,6})(?:周转|贷|放款|就能批)|[ao]i[^,，。\n]{0,6}变现)`,
  ),
];

const unit =
  '(?:hours?|hrs?|pages?|sessions?|items?|pieces?|boxe?s?|months?|mo|weeks?|wk|days?|rounds?|questions?|seats?|heads?|persons?|persons?|accounts?|lessons?|classe?s?|kg|lbs?|nights?|guests?|words?|each|pair|set|unit|visit|ride|cut)';

const en: readonly Rule<Cue>[] = [
  cue(
    'offer',
    rx()`(?:\b(?:affordable|licensed|certified|experienced|handmade|homemade|hand-?crafted|wholesale|bespoke|mobile|freelance|offshore|premium|beautiful|brand\snew|gently\sused)\s(?:\w{3,14}\s){0,2}?\w{3,14}|\b(?:we|i)\s(?:buy|fix|repair|flip|sell|design|install|match|resell|supply|ship|source|broker|can\sget\syou|do\s(?:weddings|events|catering|taxes|nails|hair))\b|\b(?:available|taking\s(?:clients|orders|bookings|commissions)|now\s(?:open|booking|accepting|enrolling)|hiring\s(?!manager|freeze|committee|process|is|was|again)\w{4,14}s\b|in\sstock|back\sin\sstock|just\slaunched|grand\sopening|clearance|closing\ssale|flash\ssale)\b|(?:^|[.!?\n]\s?)(?:need|want|tired\sof|sick\sof|struggling\swith|looking\s(?:for|to)|thinking\sof|ready\sto|dreaming\sof)\s[^.!?\n]{4,50}\?|^(?:get|learn|earn|speak|lose|grow|turn|unlock|build|start|become|master|double|save)\s(?:a\s|an\s|your\s|fluent\s|\w{3,10}\s){0,3}?\w{3,14}\s(?:by|in|with|from|into|while)\b)`,
  ),
  cue(
    'price',
    rx()`(?:[$€£]\s?\d{1,5}(?:\.\d\d)?|\b\d{1,5}(?:\.\d\d)?\s?(?:bucks|dollars|usd|euros?|quid|pounds)?)\s?(?:/\s?|per\s|an?\s|each\b)(?:${unit}\b)?(?<=each|${unit})|\b(?:flat\s(?:fee|rate)|fixed\sprice|starting\s(?:at|from)|rates?\s(?:from|start)|prices?\sfrom|from\sonly|save\s(?:up\sto\s)?[$€£]?\d{1,4}|\d{1,2}\s?(?:%|percent)\soff|for\spricing|price\slist|best\s(?:rates?|prices?|deals?)|wholesale|half\soff|two\sfor\sone|free\s(?:quote|estimate|sample|shipping|trial)s?|\d{1,3}[-\s]day\s(?:free\s)?trial|paid\sper\s\w{3,8}|(?:on|is\son)\s(?:the\shouse|us)\b|quotes?\sin)`,
  ),
  cue(
    'promise',
    rx()`\b(?:results?\sin|in\s(?:\d{1,3}|two|three|five|ten|thirty)\s(?:days|weeks|minutes|hours|sessions)|approved\s(?:by|in|within|today)|same-?day|(?:first|1st)\s(?:class|month|session|lesson|week|order|one|visit)(?:['’]s|\sis)?\s(?:free|on\sus|on\sthe\shouse|half)|melts?|burns?\sfat|cures?|works\swhile\syou\ssleep|our\s(?:method|bot|system|formula|secret)|get\spaid|for\scash|by\slunch|no\s(?:deposit|fees?|contract|strings|hassle|paperwork)|weekends?\stoo|satisfaction|money-?back|certified|insured|top\s(?:quality|dollar)|best\s\w{3,9}\sin\stown|live\sin\syour\sear|da\s\d\d)\b`,
  ),
  cue(
    'call',
    rx()`\b(?:(?:text|call|message|email|dm|ask|ping|write)\s(?:me\s|us\s)?(?:for|to)\s(?:\w{2,8}\s)?(?:pricing|prices?|details|info|quote|book\w{0,3}|samples?|menu|availability|rates?|more)|dms?\s(?:are\s|is\s)?open|links?\sin\s(?:my\s)?(?:bio|profile|comments?|signature)|mention\sthis\s(?:post|forum|thread|ad)|tap\s(?:here|below|the)|rsvp|(?:portfolio|references|samples|photos|pics|quotes?|catalog\w{0,2})\s(?:on|upon|at)\s(?:request|my)|(?:seminar|open\shouse|webinar|demo)\s(?:\w{2,9}\s)?(?:rsvp|register|tonight|saturday|sunday|on)|day\strade\swith|(?:shop|store|site|etsy|website|page)\s(?:is|at|link)|call\sor\stext|while\s(?:supplies|stocks)\slast|comment\sbelow|packages?\sat\shome|subscribers?\ssave)\b`,
  ),
  cue(
    'sure',
    rx()`\b(?:hiring\s(?:re-?shippers|money\smules|package\s\w{4,9}s)|(?:second|new)\s(?:passport|citizenship)\s(?:by|through)|payroll\sloans?|loans?\sagainst\syour|(?:netflix|spotify|canva|disney|adobe|chatgpt)\b[^.!?\n]{0,24}\b(?:logins?|accounts?|subscriptions?|keys?)\b[^.!?\n]{0,14}(?:\d|cheap|each)|buy\s(?:gift\scards|vouchers)[^.!?\n]{0,30}\bfor\scash|backlinks,|guest\sposts,|(?:flip|take|pass|sit|ace)\s(?:your\s)?(?:interview|coding|online)\s(?:assessments?|tests?|exams?)\b[^.!?\n]{0,40}\b(?:answers|for\syou|\d))\b`,
  ),
];

/** How sellers speak, whatever they sell. */
export const offers: readonly Rule<Cue>[] = [...zh, ...en];
