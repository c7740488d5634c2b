import { firstNames, surname } from '../personal/names.ts';
import { type Rule, rx } from '../personal/rule.ts';

/** Where a name of any characters ends, since no list of given names bounds it. */
const ends = '(?=$|[,，。!！?？、;；\\n]|[吧吗啊呀嘛呢呗了]|写的|发的|干的)';
const han = '[\\p{Script=Han}]';
/** Words that begin like a surname and are none. */
const noSurname =
  '(?!高[手管层人级薪]|白[领嫖]|王[者牌炸]|马[甲仔后屁]|黄[牛金]|金[牌领融]|牛[人马逼]|常[客驻年]|路[人过]|方[案面法]|安[全保静]|元老|项目|毛病|史上|成[员熟]|万[人能]|段子|江湖|任[务何性]|文[员案秘科]|施工|关[键系]|季度|申[请诉]|祝福|应届|石头|程序|水军|单[身位]|夏天|温[和柔]|明白|全[职能]|时候|武汉|江[苏西浙南北]|云南|梅雨|易燃|骆驼|龙头|熊猫|苗条|童鞋|于是|计划|管[理培]|年[轻纪]|余额|雷[人军]|田[间野]|党员|何[必况时])';
const fullName = `${noSurname}(?:欧阳|上官|司马|诸葛|慕容|${surname})${han}{1,2}?`;
const op =
  '(?:楼主|(?<![a-z])(?:lz|op)(?![a-z])|[帖层贴]主|发帖(?:的人?|人|者)|匿名(?:的(?:这位|那位|人)|用户)|(?:[一二三四五六七八九十]|\\d{1,3})楼)';
const clause = '[^,，。;；!！?？\\n]';

const zh: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'true-name-zh',
    find: rx()`(?:真名|本名|实名|大名|真身|原名|全名|真实姓名)(?:其实|应该)?(?:是|叫|就是|为)?[:\s]?(?<h>${fullName})${ends}`,
    notBefore: /(?:我的?|自己的?|用|填|要求|必须|注册)$/u,
  },
  {
    kind: 'unmasking',
    name: 'surname-zh',
    find: rx()`${op}${clause}{0,4}?(?<h>姓${noSurname}${surname}(?!名))`,
  },
  {
    kind: 'unmasking',
    name: 'of-department-zh',
    find: rx()`${op}${clause}{0,8}?是${clause}{0,8}?(?:部|组|科|处|室|线|店|中心|团队|财务|行政|采购|运维|客服|法务|前台|仓库|销售|市场|人事|物流|产品|研发|测试|运营|车间)(?:那边)?的?(?:那个|那位|小|老)?(?<h>${fullName})${ends}`,
  },
  {
    kind: 'unmasking',
    name: 'known-by-name-zh',
    find: rx()`(?:^|[,，。!！\s])(?<h>${noSurname}${surname}${han}{2})[,，!！]?(?:别(?:藏|装|躲)|我(?:认得|认出|知道是|早知道)你|(?:大家|我们|全组)都(?:知道|认得|看出)是?你)`,
  },
  {
    kind: 'unmasking',
    name: 'seat-zh',
    find: rx()`${op}${clause}{0,4}?是(?<h>${clause}{0,10}?(?:坐|工位)${clause}{0,8}?(?:旁边|边上|对面|靠窗|靠门|门口|隔壁|后面|前面|前排|后排|角落|过道)${clause}{0,8}?(?:的|那)(?:那?[个位]|男|女|小|老|哥|妹|大哥|姑娘|胖|瘦|眼镜)?)`,
  },
  {
    kind: 'unmasking',
    name: 'person-of-team-zh',
    find: rx()`${op}${clause}{0,4}?是(?<h>${clause}{0,8}?(?:组|部|科|线|车间|团队|门店|行政|财务|采购|运维|客服|法务|前台|仓库)里?的?(?:那个|那位|唯一(?:一个)?)${clause}{1,10}?(?:的)?(?:男的|女的|小哥|姑娘|胖子|瘦子|光头|眼镜|小伙|大姐|大叔|家伙|妹子|主管|组长|经理))`,
  },
];

const any = '[A-Z][a-z]{2,14}(?![a-z])';
const first = `(?:${firstNames})(?![a-z])`;
const dept =
  '(?:[Hh][Rr]|[Ii][Tt]|QA|[Ll]egal|[Ss]ales|[Ff]inance|[Aa]ccount(?:s|ing)|[Mm]arketing|[Pp]rocurement|[Pp]ayroll|[Oo]ps|[Ll]ogistics|[Ss]upport|[Ee]ngineering|[Dd]esign|[Rr]eception|[Dd]ispatch|[Cc]laims|[Bb]illing|[Cc]ompliance|[Ss]hipping|[Rr]ecruiting|[Pp]roduct|[Dd]ata|[Ss]ecurity|[Ff]acilities|[Nn]ursing|[Ii]nfra)';
const opEn =
  "(?:OP|op|[Tt]he\\s(?:OP|poster|author)|[Oo]riginal\\s[Pp]oster)(?:['’]s|\\sis|\\s?=|\\shas\\sto\\sbe|\\smust\\sbe|\\ssits|\\sworks)";
const who =
  '(?:guy|girl|woman|man|dude|lady|chick|kid|intern|manager|nurse|clerk|analyst|engineer|contractor|blonde|redhead)';

const en: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'greets-en',
    find: rx(
      'gu',
    )`\b(?:[Hh]i|[Hh]ey|[Hh]ello|[Nn]ice\s(?:post|try|rant|thread)|[Ww]ell\swell),?\s(?<h>${first}),?\s(?:nice|great|cool|cute|love|lovely|good)\s(?:the\s|your\s)?(?:post|thread|rant|alt|account|try|essay)`,
  },
  {
    kind: 'unmasking',
    name: 'it-was-who-en',
    find: rx(
      'gu',
    )`\b(?:[Ii]t\s(?:was|is|must\sbe|has\sto\sbe)|[Ii]t['’]s|know)\s(?<h>${any})\s(?:who|that)\s(?:wrote|posted|typed|started|made|is\sbehind)\b|(?<g>${first}(?:\s${any})?)\s(?:wrote|posted|typed|is\sbehind|started)\s(?:this|the)\s(?:post|thread|rant|whole)`,
  },
  {
    kind: 'unmasking',
    name: 'only-says-en',
    find: rx(
      'gu',
    )`\b(?:[Oo]nly|[Nn]obody\s(?:but|except)|[Nn]o\sone\s(?:but|except))\s(?<h>${first})\s(?:ever\s)?(?:says|writes|types|would|uses|talks|spells|calls|complains)\b`,
  },
  {
    kind: 'unmasking',
    name: 'screams-en',
    find: rx(
      'gu',
    )`\b(?:[Tt]his|[Tt]hat|[Pp]ost|[Tt]hread|[Ss]tyle)\s(?:just\s|totally\s|absolutely\s)?(?:screams|smells\s(?:of|like)|is\sso|has|is\sclassic|is\spure)\s(?<h>${first}(?:\s(?:from|in|at|over\sin)\s\w{2,14})?|${any}\s(?:from|over\sin)\s${dept})(?:\swritten\sall\sover)?`,
  },
  {
    kind: 'unmasking',
    name: 'called-en',
    find: rx(
      'gu',
    )`\b(?:OP|[Tt]he\s(?:OP|poster|author)|[Oo]riginal\s[Pp]oster)\b[^.!?\n]{0,60}?\b(?:(?:is\s)?called|named|goes\sby|(?:real\s|first\s)?name(?:['’]s|\sis))\s(?<h>(?!OP|The|This|That|It|My|A\s|An\s)${any}(?:\s${any})?)`,
  },
  {
    kind: 'unmasking',
    name: 'then-named-en',
    find: rx('gu')`\b${opEn}\s[^.!?\n]{3,50}?,\s(?<h>${first}(?:\s${any})?)(?=$|[.!?,\n])`,
  },
  {
    kind: 'unmasking',
    name: 'you-are-full-en',
    find: rx(
      'gu',
    )`\b[Yy]ou(?:['’]re|\sare)\s(?<h>${first}\s${any}|${first}\s(?:from|in)\s${dept})(?=$|[.!?,\n]|\sand\s|\swho\s)`,
  },
  {
    kind: 'unmasking',
    name: 'described-en',
    find: rx()`\b${opEn}\s(?:clearly\s|obviously\s|definitely\s)?(?<h>(?:the|that)\s(?:\w{1,12}\s){0,3}?${who}\s(?:from|in|at|on|by|near|next\sto|behind|across\sfrom)\s(?:the\s|our\s)?(?:\w{1,12}\s){0,2}?(?:desk|team|pod|floor|dept|department|office|window|printer|door|kitchen|shift|line|ward|row|corner|${dept})\b|(?:the|that)\s(?:\w{1,12}\s){0,3}?${who}\swith\s(?:the|a|that)\s(?:\w{1,10}\s)?(?:hair|glasses|tattoos?|limp|hat|braces|ponytail|mustache|moustache|dog|stutter))`,
  },
];

/** Somebody who says that they know who wrote, and does not say who: seen by a moderator. */
export const hinting: readonly Rule[] = [
  {
    kind: 'unmasking',
    name: 'knows-who-en',
    find: rx()`\bi\s(?:\w{2,9}\s)?(?:know|figured\sout|found\sout|worked\sout)\s(?:exactly\s|who\swrote\sthis\sand\s)?who\s(?:you\sare|op\sis|(?:wrote|posted)\sthis)\b`,
  },
  {
    kind: 'unmasking',
    name: 'knows-who-zh',
    find: rx()`(?:我|我们|大家|全组)(?:早|都|已经|可)?(?:知道|查到|猜到|看出来?)(?:了)?(?:你|楼主|lz|发帖的)(?:是(?:谁|哪个|哪位)|在哪个(?:组|部门)|坐哪)`,
    notAfter: /^(?:吗|么)/u,
  },
];

/** Whom the words describe or name in another way than "OP is …" and a common name: by team, desk, looks, greeting. */
export const describing: readonly Rule[] = [...zh, ...en];
