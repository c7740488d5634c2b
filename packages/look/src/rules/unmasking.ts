import { type Finding, matches, quoting, typedSpan } from '../finding.ts';
import { double, famous, famousAbroad, firstNames, given, surname } from '../personal/names.ts';
import { type Rule, rx } from '../personal/rule.ts';
import type { Reading } from '../read.ts';
import { describing, hinting } from './describing.ts';

const zhName = `(?:(?:${double})${given}{1,2}|${surname}${given}{2}|${surname}${given}(?=[^\\p{Script=Han}]|$|[吧吗啊呀嘛呢了发写干本对负坐去没]))`;
/** Words that are made like names. */
const noName =
  /^(?:安静|文静|高兴|高明|明白|金融|康复|安康|平安|温和|和平|平静|安全|方正|任何|成都|江南|江北|白天|黄金|高级|石家庄|马上|时常|常常|向上)/u;
const latinName = `(?:${firstNames})(?![a-z])`;
const anyName = `(?:${zhName}|${latinName})`;
const op = `(?:楼主|(?<![a-z])(?:lz|op)(?![a-z])|帖主|层主|发帖(?:的人?|人|者)|贴主|发这(?:个|条)帖?的人?|写这(?:个|篇|帖)的人?|匿名(?:用户|的人)|这(?:个)?号|(?:[一二三四五六七八九十]|\\d{1,3})楼)`;
const where = '[^,，。;；!！?？、\\n]';

const zh: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'op-is-zh',
    find: rx()`${op}${where}{0,8}?(?:是|=|叫|姓|实名|真身|本人|背后|本名|真名|名字|大名|除了)${where}{0,10}?(?:[:,,]\s?)?(?<h>${anyName})`,
  },
  {
    kind: 'unmasking',
    name: 'wrote-this-zh',
    find: rx()`(?:是|就是|肯定是)${where}{0,6}?(?<h>${anyName})(?:发|写|爆|匿名)的`,
    before: /帖|楼主|匿名|文风|语气|口气|这[条个]?|破案/u,
  },
  {
    kind: 'unmasking',
    name: 'you-are-zh',
    find: rx()`(?:你(?:不|不就|就|肯定|应该)?(?:就)?是|别装了|知道是你|认出你了|你好啊)${where}{0,10}?(?<h>${anyName})`,
    notAfter: /^(?:说|的(?:粉丝|同事|下属|老板|朋友|学生|组))/u,
  },
  {
    kind: 'unmasking',
    name: 'op-named-zh',
    find: rx()`(?:${op}|(?:本帖|帖子)?作者|爆料人)(?:(?:就?是)|[,:;、\s]{1,2}|就?是\s)${where}{0,6}?(?<h>${zhName})`,
    notAfter: /^(?:说|讲|提到|老师)/u,
  },
  {
    kind: 'unmasking',
    name: 'knows-zh',
    find: rx()`(?:知道|看出|猜到|认得|听出)(?:这|那|就)?(?:是|的是)${where}{0,6}?(?<h>${zhName})(?=$|[,。!?]|写|发|干|说的|的(?:手笔|文风|口气))`,
  },
  {
    kind: 'unmasking',
    name: 'nick-zh',
    find: rx()`(?:这|那|本)(?:楼|帖)里?(?:叫)?[“"「][^”"」\n]{1,10}[”"」]的?${where}{0,3}?是(?<h>${zhName})`,
  },
  {
    kind: 'unmasking',
    name: 'staff-zh',
    find: rx()`${op}(?:就)?是${where}{0,8}?(?<h>[a-z]{0,3}\d{3,10})号?(?:员工|工号|的工牌)`,
  },
  {
    kind: 'unmasking',
    name: 'number-zh',
    find: rx()`${op}(?:的|是|就是){0,2}(?:工号|手机|微信|qq)[^\n,。]{0,4}(?<h>[a-z]{0,3}\d{4,12})`,
  },
];

const adverbs = `(?:\\s(?:is|was|must|has|to|be|clearly|obviously|definitely|probably|totally|surely|just|our|my|the|that|this|intern|manager|lead|guy|actually|really|certainly|likely)){0,6}`;
const surnameEn = `(?:\\s[A-Z]\\.?(?:['’][A-Z])?[a-zA-Z\\-]{0,18}){0,2}`;
const two =
  '(?!(?:The|This|That|Not|Very|Just|Senior|Junior|Staff|Principal|Software|Product|Project|Human|Team|Gold|American|British|Chinese|Indian|New|San|South|North|East|West|Middle|Big|Super|Absolutely|Completely)\\s)[A-Z][a-z]{2,14}\\s[A-Z][a-z]{2,16}(?![a-z])';
const enName = `(?:(?:${firstNames})(?![a-z])${surnameEn}|${two}|[A-Z]\\.\\s[A-Z][a-z]{2,16}(?![a-z]))`;
const poster =
  '(?:[Oo][Pp]|[Tt]he\\s(?:OP|op|poster|author)|[Oo]riginal\\s[Pp]oster|[Ww]hoever\\s(?:posted|wrote)\\sthis|[Tt]he\\s(?:person|guy|one|girl|woman|man)\\swho\\s(?:posted|wrote|made)\\sthis|[Rr]eply\\s#?\\d{1,3}|[Cc]ommenter\\s#?\\d{1,3}|[Tt]he\\s(?:leaker|snitch|rat|whistleblower)|[Aa]non)';

const en: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'op-is-en',
    find: rx(
      'gu',
    )`\b${poster}(?:['’]s|\sis|\s?=|\swas|\shas|\smust)${adverbs}(?:\s(?:real\s)?name\sis)?,?\s{0,2}(?<h>${enName})`,
    notAfter: /^['’]s\s(?:fan|friend|manager|report|colleague|boss)/u,
  },
  {
    kind: 'unmasking',
    name: 'this-is-en',
    find: rx(
      'gu',
    )`(?:(?:[Tt]his|[Ii]t|[Tt]hat)(?:['’]s|\sis)|[Yy]ou(?:['’]re|\sare))\s(?:(?:clearly|obviously|definitely|just|so|totally|really)\s){0,2}(?<h>${enName})`,
    before:
      /obviously|clearly|definitely|pretty\ssure|i['’]m\ssure|100%|traced|figured|found\sout|recogni[sz]e|anonymous|wrote\sthis|posted\sthis|know|busted|\bop\b|caught|guess|who\swrote|because|whoever/iu,
  },
  {
    kind: 'unmasking',
    name: 'surely-is-en',
    find: rx(
      'gu',
    )`(?:[Tt]his|[Ii]t|[Tt]hat)(?:['’]s|\sis)\s(?:clearly|obviously|definitely|100%|so|totally)\s(?<h>${enName})`,
  },
  {
    kind: 'unmasking',
    name: 'wrote-this-en',
    find: rx('gu')`(?:wrote|posted|made)\sthis(?:\sis|:|\swas|,)\s(?<h>${enName})`,
  },
  {
    kind: 'unmasking',
    name: 'reads-like-en',
    find: rx(
      'gu',
    )`(?:[Rr]eads|[Ss]ounds|[Ww]rites|[Tt]ypes)\s(?:exactly\s|just\s|a\slot\s)?like\s(?<h>${enName})`,
  },
  {
    kind: 'unmasking',
    name: 'or-should-i-say-en',
    find: rx('gu')`\bOP,?\s(?:or\s(?:should\sI\ssay|rather)|aka|a\.k\.a\.|alias)\s(?<h>${enName})`,
  },
  {
    kind: 'unmasking',
    name: 'pretending-en',
    find: rx(
      'gu',
    )`(?:[Ss]top\s(?:pretending|hiding|lying)|[Nn]ice\stry|[Gg]ive\sit\sup|[Ww]e\ssee\syou),?\s(?<h>(?:${firstNames})(?![a-z]))`,
  },
  {
    kind: 'unmasking',
    name: 'only-be-en',
    find: rx(
      'gu',
    )`\bOP\s(?:can\sonly|could\sonly|has\sto|must|might)\sbe\s(?<h>${enName})|\bOP\b[^.!?\n]{0,40}\bname(?:['’]s|\sis)\s(?<g>${enName})`,
  },
  {
    kind: 'unmasking',
    name: 'named-en',
    find: rx(
      'gu',
    )`(?:[Nn]ice\stry|[Cc]ome\son|[Bb]usted|[Gg]ot\syou|[Cc]aught\syou|[Hh]i|[Hh]ello|[Ss]o|[Ww]e\ssee\syou),?\s(?<h>${enName})(?=,|\s(?:we|I)\s)`,
    after: /\b(?:wrote\sthis|this\sis\syou|know|recogni[sz]e)/iu,
  },
  {
    kind: 'unmasking',
    name: 'number-en',
    find: rx()`\b(?:op|the\sposter)(?:['’]s|\sis|\ssits)\s(?:the\s|in\s|at\s)?(?:employee|badge|staff|seat|desk)\s(?:id\s|number\s|no\.?\s|is\s){0,2}#?(?<h>[\w\-]{1,10}\d)`,
  },
];

/** Who denies or warns names nobody; a well-known person is not unmasked. */
const denied =
  /网传|谣言|别信|不是(?!吗|你)|如果|假如|要是|粉丝|not\sthat|isn['’]t|\bif\b|don['’]t\s(?:guess|try)|fan\sof/iu;

/** "OP is …": words that put a name, or a number that names, to an alias (safety.md: refused). */
export function unmaskingIn(reading: Reading): Finding[] {
  const { plain } = reading;
  const found: Finding[] = [];
  for (const rule of [...zh, ...en, ...describing, ...hinting]) {
    for (const [start, end] of matches(rule, plain.text)) {
      const name = plain.text.slice(start, end);
      const around = plain.text.slice(Math.max(0, start - 20), end + 12);
      if (
        famous.test(name) ||
        famousAbroad.test(name) ||
        noName.test(name) ||
        denied.test(around.replace('不就是', ''))
      )
        continue;
      // The passages in quotation marks were found in the other reading; the same words stand there.
      const at = reading.tight.text.indexOf(name.toLowerCase());
      if (at >= 0 && quoting(reading, at) === 'told') continue;
      found.push({
        kind: 'unmasking',
        rule: rule.name ?? 'name',
        verdict: hinting.includes(rule) ? 'queue' : 'block',
        ...typedSpan(plain, start, end),
      });
    }
  }
  return found;
}
