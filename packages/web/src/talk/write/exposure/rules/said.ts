import { type Rule, rx } from './rule.ts';

const zhSource =
  '(?:邮件|原话|通知|公告|群里|群公告|群发|说|发|写着|写的|写道|纪要|内网|回我|回复|聊天记录|钉钉|飞书|微信|短信|文件|合同|协议|离职证明|会上|面谈|讲|问我|放话|口径)';
const enSource =
  /\b(?:said|says|told|tells|wrote|writes|mail|e-?mail|memo|letter|slack|teams|quote|reads?|message|texted|text|posted|announced|deck|doc|replied|answered|screamed|yelled|asked|states?|invite|subject\sline|contract|handbook|zoom|call|typed|goes|went|shouted|whispered|answer|answered|reply)\b/i;
const speaker = '(?:主管|老板|领导|经理|HR|hr|总监|同事|组长|leader|人事|他|她)';
const han = /\p{Script=Han}/gu;

const longEnough = (words: string): boolean =>
  (words.match(han)?.length ?? 0) + (words.match(/[A-Za-z']+/g)?.length ?? 0) >= 9 ||
  (words.match(/[A-Za-z']+/g)?.length ?? 0) >= 4;

/** Words that were said or written to few: whoever sent them may know to whom. */
export const said: readonly Rule[] = [
  {
    kind: 'quote',
    find: rx()`${zhSource}[^“"「『\n]{0,8}(?<h>[“"「『][^”"」』\n]{6,400}[”"」』])`,
    notBefore: /(?:可以|建议|应该|不如|就|直接|最好|记得|比如|例如)[^,。]{0,10}$/u,
    keep: longEnough,
  },
  {
    kind: 'quote',
    find: rx()`[“「『][^“”「」『』\n]{20,400}[”」』]`,
    notBefore: /(?:可以|建议|应该|最好|比如|例如|模板)[^。]{0,16}$/u,
    keep: (words) => (words.match(han)?.length ?? 0) >= 20,
  },
  {
    kind: 'quote',
    find: rx()`(?:原话|聊天记录|会议纪要|通知原文|邮件原文|邮件内容|原文|通知全文)[^:\n]{0,8}[:](?<h>[^\n“"「]{8,400})`,
  },
  {
    kind: 'quote',
    find: rx()`(?:会议纪要|公告|通知|合同|协议|制度|员工手册)第[一二三四五六七八九十\d]{1,3}[条点款][:](?<h>[^\n“"「]{6,400})`,
  },
  { kind: 'quote', find: rx()`(?<h>${speaker}\s?:[^\n]{2,60}?(?:我|本人)\s?:[^\n]{2,60})` },
  { kind: 'quote', find: rx('gmu')`^\s{0,3}(?:>\s{0,3}){1,3}(?<h>[^\n>]{10,400})`, keep: longEnough },
  {
    kind: 'quote',
    find: rx()`[“"][^”"\n]{14,400}[”"]`,
    before: enSource,
    keep: (words) => longEnough(words) && !/^["“]?(?:Thanks|Hello)/.test(words),
  },
  {
    kind: 'quote',
    find: rx()`\b(?:direct\squote|verbatim|and\sI\squote|word\sfor\sword|from\sthe\s[\w\s]{0,24}(?:doc|deck|memo|e-?mail|notes|mail|slides)|(?:teams|slack)\s(?:chat|thread|message))[,:]\s?(?<h>[^\n"“]{14,400})`,
  },
  { kind: 'quote', find: rx()`(?<h>\b(?:him|her|boss|manager|them|lead)\s?:[^\n]{3,60}\bme\s?:[^\n]{2,60})` },
  {
    kind: 'quote',
    find: rx()`[“「『][^“”「」『』\n]{0,200}(?:须于|须在|请于|即日起|经研究|特此|予以|本人自愿|一律|不得|取消您)[^”」』\n]{2,300}[”」』]`,
  },
  {
    kind: 'quote',
    find: rx()`\b(?:letter|e-?mail|mail|memo|message|notice|text|invite)\s(?:starts|begins|reads|goes|says|went|opens)(?:\slike\sthis|\swith)?[:,]\s?(?<h>[^\n"“]{14,400})`,
  },
  { kind: 'quote', find: rx('gmu')`(?<=^|[.!?]\s)[“"][^”"\n]{18,400}[.!?][”"]`, keep: longEnough },
];
