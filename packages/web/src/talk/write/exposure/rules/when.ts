import { type Rule, rx } from './rule.ts';
import { enNumber, month, weekday } from './words.ts';

const zhDay = '(?:[12]\\d|3[01]|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])';
const zhMonth = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const festival = '(?:中秋|国庆|春节|过年|元旦|端午|清明|五一|除夕|圣诞|感恩节|情人节|元宵|年会|年三十)节?';
const habit =
  /(?:每[天日晚周月个年]|天天|平时|一般|经常|通常|总是|老是|动不动|规定|要求|基本|都是|向来|从来)[^,。]{0,8}$/u;
const partOfDay = '(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|半夜|夜里|深夜)';
const often =
  /\b(?:every|usually|always|often|daily|each|typically|until|till|around|past|the)\s(?:\w+\s){0,2}$/i;

/** When it happened. Habits (every day until ten) and what everybody's calendar has are no dates. */
export const when: readonly Rule[] = [
  {
    kind: 'date',
    find: rx()`(?<!\d)(?:(?:20)?\d{2}年)?${zhMonth}月(?:份的?)?${zhDay}[日号]?(?![个\d月年天])`,
    notBefore: habit,
  },
  {
    kind: 'date',
    find: rx()`(?<![\d.])(?:19|20)\d{2}[\-/.](?:1[0-2]|0?[1-9])[\-/.](?:[12]\d|3[01]|0?[1-9])(?![\d.])`,
  },
  {
    kind: 'date',
    find: rx()`(?<!\d)20[12]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`,
    notBefore: /[\w\-/=]$/,
  },
  {
    kind: 'date',
    find: rx()`(?<![\d./])(?:1[0-2]|0?[1-9])\/(?:[12]\d|3[01]|0?[1-9])(?![\d/%])`,
    keep: (words) => {
      const [part = 0, whole = 0] = words.split('/').map(Number);
      return !(part < whole && (whole <= 5 || whole === 10)) && words !== '9/11';
    },
    notAfter: /^\s?(?:的|of\b|分|版)/iu,
  },
  {
    kind: 'date',
    find: rx()`(?<=^|[^\d一二三四五六七八九十第\p{Script=Han}]|[月是在定到从于了个的于])${zhDay}号(?!楼|线|院|门|口|机|位|员|店|仓|桌|厅|馆|会议|地|人|公|文|选|库|字|工|产|码|会|和)`,
    notBefore: /每(?:个)?月[^,。]{0,4}$|[a-z第-]$/iu,
  },
  { kind: 'date', find: rx()`(?:上上|上|这|本|下)个?(?:周|星期|礼拜)[一二三四五六日天](?!到|至)` },
  {
    kind: 'date',
    find: rx()`(?:周|星期|礼拜)[一二三四五六日](?=早上|上午|中午|下午|晚|那天|凌晨)`,
    notBefore: /[每个到至、]$/u,
  },
  {
    kind: 'date',
    find: rx()`${festival}(?:的?(?:前|后|当|第)[一二两三]?(?:天|日|夕|晚|周))`,
    notAfter: /^[^,。]{0,6}(?:吗|放假)/u,
  },
  {
    kind: 'date',
    find: rx(
      'gu',
    )`\b(?:${weekday},?\s)?${month}\.?\s(?:the\s)?(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])(?:,?\s(?:19|20)\d{2})?(?!\s?(?:people|percent))`,
  },
  {
    kind: 'date',
    find: rx('gu')`\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?:of\s)?${month}\b(?:\s(?:19|20)\d{2})?`,
  },
  {
    kind: 'date',
    find: rx('gu')`\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\spast)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b`,
  },
  {
    kind: 'date',
    find: rx('gu')`\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\sthe\s\d{1,2}(?:st|nd|rd|th)\b`,
  },
  {
    kind: 'date',
    find: rx('gu')`\b[Oo]n\s(?<h>(?:Mon|Tues|Wednes|Thurs|Fri)day)\b(?!s)`,
    notBefore: /\b(?:every|never|always|deploy|release|ship|push)\s(?:\w+\s){0,2}$/i,
  },
  {
    kind: 'date',
    find: rx()`\b(?:on|by|until|since|before|after)\s(?<h>the\s(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\s?(?:floor|grade|time|century|amendment|version|round|of\b|try|day|week|month|attempt|meeting|one|person))`,
  },
  {
    kind: 'date',
    find: rx()`\bthe\s(?:day|night|morning|week|monday|friday)\s(?:before|after|of)\s(?:thanksgiving|christmas|easter|new\syear'?s?|labor\sday|memorial\sday|halloween|diwali|the\sholiday\sparty)`,
  },

  {
    kind: 'time',
    find: rx()`(?<![\d.:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d|:\d)(?:\s?[ap]\.?m\b\.?)?`,
    notBefore: /(?:每[天日晚周]|天天|平时|一般|every\s(?:day\sat\s)?|daily\s(?:at\s)?|版本|比)$/iu,
    notAfter: /^\s?(?:every|each|daily|上班|下班|打卡|[-~到至]\s?\d)/iu,
  },
  {
    kind: 'time',
    find: rx()`${partOfDay}?(?:[01]?\d|2[0-4]|[一二两三四五六七八九十]|十[一二])点(?:[0-5]?\d分?|半|[一三]刻|[一二三四五]?十[一二三四五六七八九]?分?|零[一二三四五六七八九]分?)(?![钟个])`,
    notBefore: habit,
    notAfter: /^(?:才|上班|下班|打卡|开门|关门|以后|之后|前|到|至)/u,
  },
  {
    kind: 'time',
    find: rx()`${partOfDay}(?:[01]?\d|2[0-4]|[一二两三四五六七八九十]|十[一二])点(?!半|\d|[一二三四五六七八九十零])`,
    before: /(?:[日号]|昨天|今天|前天|昨晚|当天|那天|周[一二三四五六日]|约在|定在|通知)[^,。]{0,3}$/u,
    notAfter: /^(?:才|还|上班|下班|打卡|以后|之后|前|到|至|多)/u,
  },
  {
    kind: 'time',
    find: rx()`(?<![\d.:$])(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b`,
    before: /\b(?:at|by|called|scheduled|for)\s$/i,
    notAfter: /^\s(?:every|each|daily|or\slater)/i,
  },
  {
    kind: 'time',
    find: rx()`\b(?:half\spast|quarter\s(?:to|past))\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`,
    notBefore: often,
  },
  {
    kind: 'time',
    find: rx()`\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:at\snight|in\sthe\s(?:morning|afternoon|evening))\b`,
    before: /\b(?:at|by)\s$/i,
  },
  {
    kind: 'date',
    find: rx()`(?<=^|[,。;\n]|这)周[一二三四五六日](?=就|才|被|签|谈|通知|开|宣布|刚|收|突然|下午|上午)`,
    notAfter: /^(?:就放假|开始上班)/u,
  },
  {
    kind: 'date',
    find: rx()`\b(?:${enNumber}|a\sfew|a|the)\s(?:days?|weeks?|nights?|mornings?|evenings?|hours)\s(?:before|after)\s(?:thanksgiving|christmas|easter|new\syear'?s?|labor\sday|memorial\sday|halloween|diwali|ramadan|the\sholiday\sparty)`,
  },
  {
    kind: 'time',
    find: rx()`${partOfDay}(?:[01]?\d|2[0-4]|[一二两三四五六七八九十]|十[一二])点(?![半\d一二三四五六七八九十零钟多])`,
    before: /(?:他|她|老板|领导|主管|HR|hr|经理|总监)(?:在|是)?$/u,
  },
  { kind: 'time', find: rx()`(?<![\d.:$])(?:1[0-2]|0?[1-9])\.[0-5]\d\s?[ap]\.?m\b` },
  {
    kind: 'time',
    find: rx()`\b(?:a\s)?(?:quarter|ten|five|twenty)\s(?:to|past)\s(?:midnight|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b`,
    notBefore: often,
  },
];
