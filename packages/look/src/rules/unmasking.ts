import { type Finding, matches, quoting, typedSpan } from '../finding.ts';
import { double, famous, famousAbroad, firstNames, given, surname } from '../personal/names.ts';
import { type Rule, rx } from '../personal/rule.ts';
import type { Reading } from '../read.ts';

const zhName = `(?:(?:${double})${given}{1,2}|${surname}${given}{2}|${surname}${given}(?=[^\\p{Script=Han}]|$|[吧吗啊呀嘛呢的了发写干本]))`;
const latinName = `(?:${firstNames})(?![a-z])`;
const anyName = `(?:${zhName}|${latinName})`;
const op = `(?:楼主|(?<![a-z])(?:lz|op)(?![a-z])|帖主|层主|发帖(?:的人?|人|者)|贴主|发这(?:个|条)帖?的人?|写这(?:个|篇|帖)的人?|匿名(?:用户|的人)|这(?:个)?号|(?:[一二三四五六七八九十]|\\d{1,3})楼)`;
const where = '[^,，。;；!！?？、\\n]';

const zh: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'op-is-zh',
    find: rx()`${op}${where}{0,8}?(?:是|=|叫|姓|实名|真身|本人|背后|本名|真名|名字)${where}{0,10}?(?:[:,,]\s?)?(?<h>${anyName})`,
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
    name: 'number-zh',
    find: rx()`${op}(?:的|是|就是){0,2}(?:工号|手机|微信|qq)[^\n,。]{0,4}(?<h>[a-z]{0,3}\d{4,12})`,
  },
];

const adverbs = `(?:\\s(?:is|was|must|has|to|be|clearly|obviously|definitely|probably|totally|surely|just|our|my|the|that|this|intern|manager|lead|guy|actually|really|certainly|likely)){0,6}`;
const surnameEn = `(?:\\s[A-Z]\\.?(?:['’][A-Z])?[a-zA-Z\\-]{0,18}){0,2}`;
const two =
  '(?!(?:The|This|That|Not|Very|Just|Senior|Junior|Staff|Principal|Software|Product|Project|Human|Team|Gold|American|British|Chinese|Indian|New|San|South|North|East|West|Middle|Big|Super|Absolutely|Completely)\\s)[A-Z][a-z]{2,14}\\s[A-Z][a-z]{2,16}(?![a-z])';
const enName = `(?:(?:${firstNames})(?![a-z])${surnameEn}|${two})`;
const poster =
  "(?:[Oo][Pp]|[Tt]he\\s(?:OP|op|poster|author)|[Oo]riginal\\s[Pp]oster|[Ww]hoever\\s(?:posted|wrote)\\sthis|[Tt]he\\s(?:person|guy|one|girl|woman|man)\\swho\\s(?:posted|wrote|made)\\sthis|[Rr]eply\\s#?\\d{1,3}|[Aa]non)";

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
      /obviously|clearly|definitely|pretty\ssure|i['’]m\ssure|100%|traced|figured|found\sout|recogni[sz]e|anonymous|wrote\sthis|posted\sthis|know|busted|\bop\b|caught/iu,
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
  for (const rule of [...zh, ...en]) {
    for (const [start, end] of matches(rule, plain.text)) {
      const name = plain.text.slice(start, end);
      const around = plain.text.slice(Math.max(0, start - 20), end + 12);
      if (famous.test(name) || famousAbroad.test(name) || denied.test(around.replace('不就是', ''))) continue;
      // The passages in quotation marks were found in the other reading; the same words stand there.
      const at = reading.tight.text.indexOf(name.toLowerCase());
      if (at >= 0 && quoting(reading, at) === 'told') continue;
      found.push({
        kind: 'unmasking',
        rule: rule.name ?? 'name',
        verdict: 'block',
        ...typedSpan(plain, start, end),
      });
    }
  }
  return found;
}
