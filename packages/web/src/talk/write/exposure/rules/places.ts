import { type Rule, rx } from './rule.ts';
import { enCampuses, enCities, zhCities, zhDistricts } from './words.ts';

const zhNth = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const site =
  '(?:分公司|总部|分部|办公室|办事处|研发中心|研究院|园区|基地|这边|那边|站点|团队|工厂|校区|职场|工区|中心|仓|门店|office)';
const enSite =
  '(?:office|site|campus|hq|headquarters|plant|warehouse|hub|branch|datacenter|team|lab|store|fulfillment\\scenter)';
const forum = /(?:回复|同意|支持|赞同|@|问|楼上|顶|借)\s?$/u;
const conference =
  '(?:offsite|conference|summit|meeting|training|workshop|all\\shands|onsite|customer|client|kickoff|expo)';

/** Where somebody sits and where they were sent. A city alone, its rents and its weather are everybody's. */
export const places: readonly Rule[] = [
  { kind: 'place', find: rx()`(?:${zhCities})${site}` },
  {
    kind: 'place',
    find: rx()`(?:${zhDistricts})(?:\s?SOHO|园区|科技园|软件园|总部|[A-Z]座)?`,
    notAfter: /^(?:房价|房租|租房|堵车|美食|旅游)/u,
  },
  { kind: 'place', find: rx()`(?:[A-H甲乙丙东西南北]座|${zhNth}号楼|${zhNth}栋)(?:负?${zhNth}[层楼F])?` },
  {
    kind: 'place',
    find: rx()`(?<![\d第])${zhNth}[楼F](?:[东西南北][区侧])?(?![a-z说主兄正歪上下\d]|的(?:说|观点|朋友|兄弟|哥们|老哥|回复|同学|意思|这位))`,
    notBefore: forum,
  },
  {
    kind: 'place',
    find: rx()`(?<![\d第])负?${zhNth}层(?=会议室|茶水间|工位|机房|食堂|厕所|卫生间|前台|电梯|[东西南北]区)`,
  },
  {
    kind: 'place',
    find: rx()`(?!公司|我们|整个|这个|那个|产业|办公|咱们)[\p{Script=Han}]{2,8}(?:大厦|科技园|产业园|软件园|生态园|园区|创业园|创意园|工业园)(?:[A-Z\d一二三四五六七八九十]{1,3}[座栋期号]楼?)?`,
    notBefore: /(?:每个|各|工业|所有)$/u,
  },
  { kind: 'place', find: rx()`(?!这|那|哪|一|整)[\p{Script=Han}]{2,8}(?:大街|大道|路|街|胡同)\s?\d{1,4}号` },
  {
    kind: 'place',
    find: rx()`(?:[a-z]{1,2}\d{0,2}-?\d{1,4}\s?(?:号)?工位|工位号?是?\s?[a-z]?\d{1,2}-?\d{1,4})`,
  },
  { kind: 'place', find: rx()`[a-z一二三四五六七八九十\d]{1,3}(?:号)?工区` },
  { kind: 'place', find: rx()`(?:我|我们|人)(?:就)?(?:坐标?|base|在)\s?:?(?<h>${zhCities})(?=$|[,。;!\s])` },
  { kind: 'place', find: rx()`(?<=^|[,;、/]\s?)(?:${zhCities})(?=[,;、/])` },
  {
    kind: 'place',
    find: rx()`\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))[\s\-]floor\b`,
  },
  {
    kind: 'place',
    find: rx(
      'gu',
    )`\b(?:[Bb]uilding|[Bb]ldg\.?|[Tt]ower|[Pp]ier|[Bb]ay|[Rr]oom|[Dd]esk|[Ww]ing|[Cc]ubicle|[Ff]loor|[Gg]ate|[Dd]ock|[Ll]ab)\s(?:[A-Z]?\d{1,4}(?:[.\-]\d{1,4})?|[A-Z])\b(?![\w'])`,
    notAfter: /^\s(?:minutes|hours|people|days|times)/i,
  },
  { kind: 'place', find: rx('gu')`\b(?:${enCities}|${enCampuses})\s${enSite}\b` },
  { kind: 'place', find: rx('gu')`\b(?:${enCampuses})\b` },
  {
    kind: 'place',
    find: rx('gu')`\b(?:${enCities})\b`,
    near: /\b(?:office|site|campus|hq|branch|headquarters)s?\b/i,
    notAfter: /^\s(?:weather|rent|traffic|food)/i,
  },
  {
    kind: 'place',
    find: rx(
      'gu',
    )`\b(?:[Bb]ased\sin|[Ss]it\sin|[Ww]ork\sin|[Hh]ere\sin|[Ww]e're\sin|I'm\sin|[Mm]oved\sus\sto|[Rr]elocated\sto|[Oo]ut\sof|[Oo]ffice\sin|[Tt]eam\sin|[Ss]ite\sin)\s(?:the\s)?(?<h>${enCities})\b`,
  },
  { kind: 'place', find: rx('gu')`(?<=^|,\s)(?:${enCities})(?=,)` },
  {
    kind: 'place',
    find: rx(
      'gu',
    )`\b\d{2,5}\s[A-Z][a-z]{2,14}(?:\s[A-Z][a-z]{2,14})?\s(?:Street|St|Avenue|Ave|Road|Rd|Blvd|Boulevard|Drive|Dr|Way|Lane|Parkway|Plaza)\b`,
  },

  { kind: 'travel', find: rx()`(?:出差|外派|驻场|派驻|派)(?:去|到|在|往)了?(?:${zhCities})` },
  { kind: 'travel', find: rx()`飞(?:了|去|往|到|了一趟|了趟|一趟)(?:一趟|趟)?(?:${zhCities})` },
  { kind: 'travel', find: rx()`(?:从|刚从)(?:${zhCities})(?:出差|驻场|外派)?回来` },
  {
    kind: 'travel',
    find: rx()`(?:在|去|到)(?:${zhCities})(?:驻场|出差|外派|开会|参展|培训|汇报|团建|驻点|支援|见客户|拜访|的(?=名额|机会|差旅))`,
  },
  {
    kind: 'travel',
    find: rx()`(?<![a-z\d\-])(?:(?:坐|乘|赶)?\s?[GDCKTZ]\d{2,4}\s?(?:次|去|到|高铁|列车)|[A-Z][A-Z\d]\d{3,4}\s?(?:航班|次航班))(?:去?(?:${zhCities}))?`,
  },
  { kind: 'travel', find: rx()`(?:航班|飞机)号?[是为:\s]{0,2}[A-Z]{2}\d{3,4}(?!\d)` },
  {
    kind: 'travel',
    find: rx(
      'gu',
    )`\b(?:[Ff]lew|[Ff]ly|[Ff]lying|[Ff]lown)\s(?:out\s|over\s|back\s)?(?:to|from)\s(?:${enCities})(?:\snext\sweek|\slast\sweek)?`,
  },
  { kind: 'travel', find: rx('gu')`\b(?:[Oo]n\s)?(?:[Ff]light|[Tt]rain)\s[A-Z][A-Z\d]\s?\d{2,4}\b` },
  { kind: 'travel', find: rx('gu')`\b[Bb]ack\sfrom\s(?:${enCities})` },
  {
    kind: 'travel',
    find: rx('gu')`\b[Ii]n\s(?:${enCities})\sfor\s(?:the|a|an|our)\s(?:\w{1,10}\s)?${conference}\b`,
  },
  {
    kind: 'travel',
    find: rx(
      'gu',
    )`\b(?:[Ss]ent|[Ss]hipped|[Pp]osted|[Ss]econded)\s(?:me|us)\s(?<h>to\s(?:${enCities})(?:\sfor\s[a-z\d]{1,6}\s(?:days|weeks|months))?)`,
  },
  { kind: 'travel', find: rx('gu')`\b[Aa]t\sthe\s(?:${enCities})\s${conference}\b` },
  { kind: 'travel', find: rx('gu')`\b(?:[Bb]usiness\s|[Ww]ork\s)trip\sto\s(?:${enCities})` },
  // Looser cues.
  {
    kind: 'place',
    find: rx()`(?:基地|公司|总部|办公室|工厂|研发|团队|中心|实验室|机房|base)(?:就)?在(?<h>${zhCities})`,
  },
  { kind: 'place', find: rx()`(?:${zhCities})(?:厂区?|仓库|机房|车间|医院|门店|客服|产线)` },
  {
    kind: 'place',
    find: rx()`(?:住院部|门诊|教学楼|实验楼|行政楼|宿舍楼|办公楼|写字楼)[A-Z\d一二三四五六七八九十]{0,2}(?:楼|层|栋|座)`,
  },
  {
    kind: 'place',
    find: rx()`(?:在|搬去|搬到|去)(?<h>[\p{Script=Han}]{2,5}(?:街|CBD|新区|高新区|科技城|金融城|创新港|商务区|开发区))(?=上班|写字楼|办公|那边|之后|以后|以前|通勤)`,
  },
  {
    kind: 'place',
    find: rx()`\b(?:north|south|east|west|main|old)\s(?:campus|wing|tower|plant|annex|building)\b`,
  },
  { kind: 'place', find: rx('gu')`\b[Cc]ommut(?:e|ing)\s(?:\w{2,6}\s)?to\s(?<h>[A-Z][a-z]{3,14})\b` },
  {
    kind: 'place',
    find: rx('gu')`\b(?:[Oo]ur|[Tt]he)\s(?<h>${enCities})(?=\s(?:support|service|call|help|data|sales|eng))`,
  },
  { kind: 'place', find: rx()`\bbasement\sof\s[a-z]{3,12}(?:\s[a-z\d]{1,3})?\b` },
  {
    kind: 'travel',
    find: rx()`(?:出差|外派|驻场|派驻)(?:去|到|往)了?[\p{Script=Han}]{2,5}|派(?:去|到|往)[\p{Script=Han}]{2,5}(?:支援|驻|出差|盯|督)|(?:刚)?落地(?:${zhCities}|[\p{Script=Han}]{2,3})(?=就|,|的|那)`,
    notAfter: /^(?:补贴|标准|报销)/u,
    not: /出差(?:去|到)(?:哪|了哪)|吗/u,
  },
  {
    kind: 'travel',
    find: rx()`在?(?:高铁|动车|飞机|火车)\s?(?:[GDCKTZ]?\d{0,4})\s?上(?=接|收|看|写|改|开|被)`,
  },
  {
    kind: 'travel',
    find: rx(
      'gu',
    )`\b(?:[Ss]econd(?:ment|ed)\s(?:in|to)|[Oo]n\sthe\s(?:train|bus|plane|ferry|flight)\sto|[Bb]ack\sfrom|[Ff]lew\s(?:me|us)\s(?:out\s)?to|[Ss]tuck\s(?:at|in)|[Ll]anded\s(?:at|in)|[Tt]rip\sto|[Tt]ravel(?:led|ed|ling)\sto)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|PTO|Covid|Christmas|Slack|Jira|Excel|Zoom|Teams)[A-Z][a-z]{3,14}\b`,
    not: /\b(?:holiday|vacation|honeymoon)\b/i,
  },
  {
    kind: 'travel',
    find: rx()`(?:公司|部门|团建|奖励)旅游[^,。]{0,3}去[\p{Script=Han}]{2,4}|去[\p{Script=Han}]{2,4}的(?:公司旅游|团建|年会|奖励旅游)`,
  },
];
