import { digit } from './digit.ts';
import type { PersonalKind } from './kinds.ts';
import { any, type Rule, rx } from './rule.ts';

const gap = '[\\s.\\-_*·]{0,2}';
const spoken = any('zero oh one two three four five six seven eight nine');
const service = /^(?:400|800|95\d|1-?8(?:00|33|44|55|66|77|88)|10\d{3}$|12\d{3}$)/;

/** Ways to reach a person. Numbers of services (400, 800, 95…, 10086, 12345) are nobody's. */
export const contact: readonly Rule<PersonalKind>[] = [
  {
    kind: 'phone',
    find: rx()`(?<![\d.])(?:\+?86[\s\-]{0,2})?[1一幺壹]${gap}[3-9三四五六七八九叁肆伍陆柒捌玖](?:${gap}${digit}){9}(?!\d)`,
    keep: (words) => !/^1[\s-]8(?:00|33|44|55|66|77|88)[\s-]/.test(words),
    notBefore: /(?:单号|订单|工号|编号|账号|流水)[^\d]{0,4}$/u,
  },
  { kind: 'phone', find: rx()`\+\d(?:[\s.()\-]{0,2}\d){7,14}(?!\d)` },
  { kind: 'phone', find: rx()`(?<!\d)(?:\(0\d{2,3}\)\s?|0\d{2,3}[\-\s])\d{7,8}(?!\d)` },
  {
    kind: 'phone',
    find: rx()`(?<![\d.\-])(?:\(\d{3}\)\s?|\d{3}[\s.\-])\d{3}[\s.\-]\d{4}(?!\d)`,
    notBefore: /1-?\s?$/,
    keep: (words) => !/^\(?(?:400|8(?:00|33|44|55|66|77|88))/.test(words),
  },
  { kind: 'phone', find: rx()`(?<![\d.\-])\d{3}-\d{4}\s?(?:ext\.?|x)\s?\d{2,6}` },
  {
    kind: 'phone',
    find: rx()`(?<!\w)(?:(?:${spoken}|\d)[\s.\-]{0,2}){7,12}(?!\w)`,
    keep: (words) => /[a-z]/i.test(words) && (words.match(/\d|[a-z]+/gi)?.length ?? 0) >= 7,
  },
  {
    kind: 'phone',
    find: rx()`(?:电话|手机号?|座机|致电|whats\s?app|\b(?:tel|phone|cell|mobile))[是为:#\s]{0,4}(?:is\s)?(?<h>\d{7,12})(?!\d)`,
    keep: (words) => !service.test(words),
  },
  {
    kind: 'email',
    find: rx()`(?<![\w.%+\-])[\w.%+\-]{1,64}(?:@|\s{0,2}(?:艾特|[\[(]\s?at\s?[\])])\s{0,2})
      [\w\-]{1,40}(?:\s{0,2}(?:\.|点|[\[(]\s?dot\s?[\])])\s{0,2}[a-z\d][a-z\d\-]{1,20}){1,4}`,
  },
  {
    kind: 'email',
    find: rx()`(?<![\w.%+\-])[\w.%+\-]{1,64}\sat\s[\w\-]{1,40}(?:\sdot\s[a-z]{2,12}){1,3}(?!\w)`,
  },
  {
    kind: 'handle',
    find: rx()`(?:[微薇威][信❤♥]|[微薇]号|(?<![a-z])(?:vx|wx|tg|telegram)|[vV]信|威)[号ID❤♥是为加:\s]{0,5}
      (?<h>[a-z][a-z\d_\-]{4,24})(?![a-z\d@])`,
    keep: (words) => /[\d_-]/.test(words),
  },
  { kind: 'handle', find: rx()`(?<![a-z\d])v\s?:\s?(?<h>[a-z][a-z\d_\-]{4,24})` },
  {
    kind: 'handle',
    find: rx()`(?:QQ|扣扣|企鹅|抖音|小红书|飞书|钉钉|微信|微博|群)(?:群|号|群号|ID|群ID|\sID|群\sID){0,2}[是为:\s]{0,4}(?<h>\d{5,11})(?!\d)`,
  },
  {
    kind: 'handle',
    find: rx()`\b(?:wechat|telegram|tg|discord|signal|instagram|insta|ig|snap(?:chat)?|twitter|reddit|blind|qq|kakao(?:talk)?|skype|line)
      (?:\s(?:me|at|is|on|id|name|user(?:name)?|handle|tag|account|as|:)|:){0,4}\s{0,2}(?<h>@?[a-z\d][a-z\d_.#\-]{3,31})`,
    keep: (words) => /[\d_#@]|[a-z]\.[a-z]/i.test(words.replace(/\.$/, '')),
  },
  {
    kind: 'handle',
    find: rx(
      'gu',
    )`\b(?:LinkedIn|Facebook|Xing)\s(?:as|under|:)\s(?<h>[A-Z][a-z'\-]{1,15}\s[A-Z][\w'\-]{1,15})`,
  },
  {
    kind: 'link',
    find: rx()`https?:\/\/[^\s/]{3,80}\/(?:[^\s?]{0,80}\/)?(?:u|user|users|people|person|in|profile|profiles|members?|employees?|status|space|@[\w.]{2,30})\/?(?:[\w.%\-]{2,40})?`,
    keep: (words) =>
      /\/(?:u|users?|people|person|in|profiles?|members?|employees?|status|space)\/[\w.%-]{2,}|\/@\w/i.test(
        words,
      ),
  },
  {
    kind: 'link',
    find: rx()`https?:\/\/[^\s?]{3,160}\?[^\s]{0,80}?(?<![a-z])(?:uid|user(?:_?id)?|employee(?:_?id)?|emp(?:_?id)?|staff|openid|member|author|from_?user|share_?id|token|u)=[\w.%\-]{2,60}`,
  },
  {
    kind: 'link',
    find: rx()`(?:https?:\/\/)?(?:www\.)?(?:github|gitlab|gitee|x|twitter|weibo|zhihu)\.com\/(?:people\/)?[\w\-]{3,39}\/?(?![\w\-/])`,
  },
  { kind: 'handle', find: rx()`\b(?:t\.me|wa\.me|discord\.gg|instagram\.com|weibo\.com)\/[\w.\-]{3,40}` },
  { kind: 'handle', find: rx()`(?:微信|v信|vx|抖音|支付宝)(?:同手机号?|同号|就是手机号|即手机号)` },
  {
    kind: 'handle',
    find: rx()`(?:抖音|小红书|微博|B站|快手|知乎|公众号|视频号)(?:搜|号|账号|ID|是|:|叫|\s){1,4}(?<h>[a-z][a-z\d_.\-]{4,24})`,
  },
  {
    kind: 'handle',
    find: rx()`\b(?:steam|psn|xbox|mastodon|bluesky|threads|twitch|venmo|cashapp|onlyfans|tiktok)(?:\s(?:is|name|tag|id|handle|as|at|:)){0,2}\s(?<h>@?[a-z][\w.\-]{3,30})`,
    keep: (words) => /[\d_@]|[a-z][A-Z]|\w\.\w/.test(words),
  },
];
