import { any, type Rule, rx } from './rule.ts';
import { enNumber, zhNumber } from './words.ts';

const zhHead =
  '(?:来|几|多)?(?:个|名|位|来?号)?(?:人(?![家才]|力|工|均)|研发|开发|测试|同事|工程师|实习生|产品经理|产品|运营|设计|销售|下属|小伙伴|兄弟)';
const zhGroup = any(
  '小组 项目组 测试组 产品组 组里 组 团队 部门 事业部 中心 科室 班组 门店 分公司 条线 产线 公司 车间 这届',
);
const enHead =
  '(?:people|person|engineers?|developers?|devs?|designers?|testers?|analysts?|reports|folks|employees|heads|members|colleagues|contractors|reps|nurses|guys|folk)';
const pay =
  /年包|总包|月薪|底薪|年薪|薪|工资|到手|base|年终|奖金|奖|涨|降到|赔|补偿|n\+\d|签字费|期权|股票|rsu|归属|房补|补贴|餐补|offer|谈了?下?来?|给了|拿到?|发了|提成|罚|扣|去年是?|今年|基数|公积金|过节费|封口|差补|总包|包/iu;
const price =
  /房租|奶茶|油价|房价|单间|一杯|一顿|机票|门票|降价|茅台|售价|卖|块一|买|电脑|彩礼|用户|粉丝|行代码|万字|千字|公里|人次|万人|条|QPS/iu;
const enPay =
  /\b(?:base|salary|bonus|raise|severance|stipend|tc|comp|compensation|equity|signing|sign-on|paid|pays?|offer(?:ed)?|make|earn|month|year|annual|after\stax|gross|net|allowance|refreshers?|package|clawed|vest(?:ed)?|owe[ds]?)\b/i;
const enPrice =
  /\b(?:rent|studio|coffee|gallon|tickets?|costs?|price[sd]?|fee|eggs|gas|lunch|users|lines|requests|followers|rows|views|downloads|budget|raised|valuation|revenue|stock)\b/i;

/** How many there are, and how much there is. */
export const counts: readonly Rule[] = [
  {
    kind: 'size',
    find: rx()`(?:${zhGroup}|我们|咱们?|手下|手底下|下面|一共|总共|整个组|全组)[^,。;!?\d]{0,5}?(?<h>${zhNumber}${zhHead})`,
    not: /(?:的活|的事|的工作|当.{0,3}用|顶.{0,3}个|一半人|以上|请假|几)/u,
    keep: (words) => !/^(?:一个?人|1个?人|半|[万千百]人)/u.test(words),
  },
  {
    kind: 'size',
    find: rx()`${zhNumber}(?:个|名|位|来?号)?人的?(?:小组|团队|部门|组|事业部|项目组|小团队|公司|车间|班组|产线|创业团队)`,
    keep: (words) => !/^[一1]个?人/u.test(words),
  },
  {
    kind: 'size',
    find: rx()`(?:带|管|管着|领着)(?:了|着|过)?(?<h>${zhNumber}(?:个|名|位)?(?:人|实习生|下属|兵|新人|研发|应届生))`,
    keep: (words) => !/^(?:一|1|半)/u.test(words),
    notAfter: /^的活/u,
  },
  {
    kind: 'size',
    find: rx()`(?:裁|走|砍|优化|剩下?|只剩|就剩|离职|被裁|毕业|少|辞退|转岗|来|招)了?(?:得只剩|掉|得剩)?\s?(?<h>${zhNumber}(?:个人?|名|位|人))(?![月年小字月问需版项部工天])`,
    near: /组|团队|部门|裁|剩|我们|走了|这次|优化|人/u,
    not: /的活|消息/u,
    keep: (words) => !/^(?:一个|1个|半)/u.test(words),
  },
  {
    kind: 'size',
    find: rx()`我(?:和|跟|加)(?:另外|其他|上|另)?(?:${zhNumber}|两)(?:个|名|位)(?:同事|人|实习生|外包|研发)`,
  },
  {
    kind: 'size',
    find: rx()`(?:有|有着|各|倒有|只有|共|一共)(?<h>${zhNumber}[位名](?:老板|产品|研发|总|领导|测试|经理|同事)?)(?=$|[,。!\n])`,
  },
  {
    kind: 'size',
    find: rx()`\b(?:team|group|squad|department|org|crew|company|office|staff|pod|startup)\sof\s(?:only\s|just\s|about\s)?(?<h>${enNumber})\b(?!\s(?:the|my))`,
  },
  {
    kind: 'size',
    find: rx()`\b${enNumber}(?:\s|-)(?:person|people|man|member|engineer)\s(?:team|group|squad|startup|company|shop|office|department|crew)\b`,
  },
  { kind: 'size', find: rx()`\b${enNumber}\sof\sus\b`, keep: (words) => !/^one\b|^1\b/i.test(words) },
  {
    kind: 'size',
    find: rx()`\b(?:manage|managed|lead|led|supervise|mentor|have|oversee)\s(?:a\steam\sof\s)?(?<h>${enNumber}\s${enHead})\b`,
    before: /\bI(?:'ve)?\s\w+\s(?:a\steam\sof\s)?$/,
  },
  {
    kind: 'size',
    find: rx()`\b(?:team|squad|group|we|down|us|department|org|support|left|it)(?:\s(?:of|\d{1,3}|is|was|to|are|went|from|now|only|just|have|had|has|used|be)){1,4}\s(?<h>${enNumber}(?:\s${enHead})?)(?=$|[\s,.!](?!years|months|weeks|days|hours|minutes|times|managers|per|o'clock|am|pm|%|dollars|bucks|monitors|meetings))`,
    near: /team|squad|group|down\sto|department|org\b|support|of\sus|people/i,
  },
  {
    kind: 'size',
    find: rx()`\b(?:cut|lost|fired|let\sgo(?:\sof)?|laid\soff|axed|kept|hired)\s(?<h>${enNumber}\s(?:out\s)?of\s(?:the\s|our\s)?${enNumber})\b`,
  },
  {
    kind: 'size',
    find: rx()`\b(?:cut|lost|fired|let\sgo\sof|laid\soff|axed|hired)\s(?<h>${enNumber}\s${enHead})\b`,
  },
  {
    kind: 'size',
    find: rx()`\b(?<h>${enNumber}\s${enHead})\s(?:on|in|at)\s(?:my|our|the)\s(?:squad|team|group|org|floor|project|office|department|shift|site)\b`,
  },
  { kind: 'size', find: rx()`\b(?:me|I)\sand\s(?:${enNumber}|two|a\scouple\sof)\sothers?\b` },
  {
    kind: 'size',
    find: rx()`(?<=^|,\s|\.\s)(?<h>(?:\d{1,3}|${enNumber})\s(?:people|engineers|developers|designers))(?=,|\.|$)`,
  },

  {
    kind: 'amount',
    find: rx()`(?<![\d.a-z])(?:\d{1,4}(?:\.\d{1,2})?\s?(?:万|w|千|百万)|\d{1,4}(?:\.\d)?k|[一二两三四五六七八九十百]{1,4}[万千][一二三四五六七八九]?[百千]?[五]?|\d{3,6}\s?[块元])(?![a-z级号年人名])(?:\s?[*x×]\s?\d{2})?`,
    near: pay,
    not: price,
  },
  { kind: 'amount', find: rx()`(?<=^|[,;、。/\s])\d{1,3}(?:\.\d)?\s?(?:万|w)(?=$|[,;、。/])`, not: price },
  { kind: 'amount', find: rx()`(?<![\d.a-z$])\d{1,3}k\s?[*x×]\s?\d{2}(?:\.\d)?` },
  { kind: 'amount', find: rx()`(?<![\d.])1[2-9](?:\.\d)?\s?薪(?!资)` },
  { kind: 'amount', find: rx()`${zhNumber}\s?(?:万股|股)(?!市|票|民|东|价|权)` },
  {
    kind: 'amount',
    find: rx()`(?<![\w$])(?:[$£€¥]\s?\d{1,3}(?:,\d{3}){1,2}|[$£€¥]\s?\d{3,7}|[$£€¥]\s?\d{1,4}(?:\.\d{1,2})?k)(?![\d.]\d)(?:\s(?:a|per)\s(?:month|year|hour))?(?!\s?(?:million|billion|m\b|bn\b))`,
    near: enPay,
    not: enPrice,
  },
  {
    kind: 'amount',
    find: rx()`(?<![\w$])(?:[$£€]\s?)?\d{2,3}(?:\.\d)?k(?![\w.])`,
    not: /users|lines|requests|followers|people|rows|views|downloads|rent|records|files|steps|run|race|stars/i,
  },
  { kind: 'amount', find: rx()`(?<![\w$])[$£€]\s?\d{2,3},\d{3}\b(?!,)`, not: enPrice },
  {
    kind: 'amount',
    find: rx()`(?<![\d.])\d{1,2}(?:\.\d{1,2})?\s?%\s(?:raise|bonus|pay\scut|salary|hike|increment)`,
    notBefore: /\b(?:a|average|normal|typical|inflation)\s(?:normal|average|typical)\s$/i,
  },
  { kind: 'amount', find: rx()`\b\d{1,3}(?:,\d{3})?\s(?:RSUs?|shares|options|stock\sunits)\b` },
  {
    kind: 'amount',
    find: rx()`\b(?:equity|stake|ownership)(?:\s\w{1,8}){0,2}\s(?<h>\d{1,2}(?:\.\d{1,3})?\s?%)`,
  },
  { kind: 'amount', find: rx()`\b\d{1,3}(?:\.\d)?\s?(?:LPA|lakhs?|crores?)\b` },
  {
    kind: 'amount',
    find: rx()`\b(?:offered|offering|base\s(?:is|of|was)|making|salary\s(?:is|of|was)|tc\s(?:is|of|was))\s(?:me\s|only\s){0,2}(?<h>\d{2,3})(?![\d.,:%]|\s(?:people|percent|days|weeks|months|hours|of))\b`,
  },
  { kind: 'amount', find: rx()`\b${enNumber}\s(?:thousand|grand)\b`, near: enPay, not: enPrice },
  // Looser cues: sums and heads without their usual words.
  {
    kind: 'amount',
    find: rx()`(?<![\d.a-z$*])\d{4,6}(?![\d年号人个行次公里*%a-z])`,
    near: /底薪|月薪|工资|薪资|基数|到手|打[七八九]折|年终|补贴|差补|罚款?|赔偿?|补偿|奖金|提成|时薪|餐补|房补|公积金/u,
    not: price,
  },
  {
    kind: 'amount',
    find: rx()`(?:给|赔|谈了?|拿|补偿)[^,。]{0,6}(?<h>(?:2N|N\+\d|\d(?:\.\d)?N)(?:里的[\d.]{1,3})?)(?![a-z])`,
    near: /我|只肯|给了|拿到|签了|谈了/u,
  },
  {
    kind: 'amount',
    find: rx()`(?<=^|[,;、])\d{4,6}(?=$|[,;、。]|\s?的(?:差补|补贴|底薪|奖))`,
    near: /的(?:差补|补贴|底薪|奖)|变|降/u,
  },
  {
    kind: 'amount',
    find: rx()`[$£€]\s?\d{1,4}(?:\.\d{1,2})?\s?(?:an|per|a|\/)\s?(?:hour|hr|day|shift|week)\b`,
    not: enPrice,
  },
  {
    kind: 'amount',
    find: rx()`\b\d{2,3}k?\s(?:a\syear|per\syear|per\sannum|p\.?a\.)(?!\w)`,
    notBefore: /\b(?:about|over)\s\d{0,3}$/i,
  },
  {
    kind: 'amount',
    find: rx()`\b${enNumber}\s(?:weeks?|months?)(?:'s?)?\s(?:of\s)?(?:pay|severance|salary)\b`,
    near: /\b(?:got|gave|offered?|me|my|us|I)\b/i,
  },
  {
    kind: 'amount',
    find: rx()`(?<![\d,.])[$£€]?\d{1,3},\d{3}\s(?:sign[\s\-]?on|bonus|severance|retention|relocation|payout)\b`,
  },
  {
    kind: 'size',
    find: rx()`${zhNumber}(?:来|几|多)?(?:个|名|位)\s?(?:后端|前端|护士|医生|老师|学生|工人|客服|店员|司机|厨师|会计|律师|算法|外包|正式工|女生|男生|程序员|编制)`,
    near: /就|只|一共|我们|组|带|这点|科|班|剩|店/u,
    keep: (words) => !/^(?:[一1]+|半)个/u.test(words),
  },
  {
    kind: 'size',
    find: rx()`(?:走|裁|砍|减到|砍到|缩到|只剩|剩下?|辞|扩到)了?(?<h>(?:\d{2,4}|[一二两三四五六七八九十百]{1,4}))(?=$|[,。!])`,
    keep: (words) => !/^[一]$/u.test(words),
  },
  { kind: 'size', find: rx()`从(?<h>${zhNumber}(?:个|名|位)?人)(?=减|裁|缩|变|降|砍|到)` },
  {
    kind: 'size',
    find: rx()`${zhNumber}(?:来|几|多)(?:个|号|位|名)?人的?(?:小|创业)?(?:公司|团队|部门|组|店)`,
  },
  { kind: 'size', find: rx()`\b[Ww]e\s(?:were|are|used\sto\sbe)\s(?<h>${enNumber})(?=,|\.|$|\snow)` },
  {
    kind: 'size',
    find: rx()`\b(?:shop|ward|kitchen|class|cohort|band|desk|shift|firm|agency|studio|lab)\sof\s(?:only\s|just\s)?(?<h>${enNumber})\b`,
  },
  {
    kind: 'size',
    find: rx()`\b${enNumber}\s(?:nurses|beds|teachers|drivers|cooks|doctors|lawyers|agents|technicians|clerks|interns|baristas|mechanics)\b`,
    near: /\b(?:we|our|with|my|us|only|ward|shift|just)\b/i,
  },
  { kind: 'size', find: rx()`\b(?:half\sa\sdozen|a\sdozen)\sof\sus\b` },
  {
    kind: 'size',
    find: rx()`\b(?:department|team|office|group|company)\sis\s(?:only\s|just\s)?(?<h>${enNumber}\speople)\b`,
  },
];
