import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';

const told =
  /骚扰|取证|投诉|举报|报警|拒绝|维权|仲裁|怎么办|困扰|恶心|受害|培训|体检|医生|装修|招标|安全|\b(?:harass\w{0,5}|report\w{0,3}|hr\b|police|assault\w{0,2}|victim|uncomfortable|consent|training|complain\w{0,3}|inappropriate|what\sdo\si|creepy|keeps?\s(?:asking|sending)|policy|stop)/iu;
const clause = '[^,，。;；!！?？\\n]';
const her = '(?:you|u|ur|your|her|him|his|the\\snew\\s\\w{2,14}|that\\s\\w{2,12}|those\\s\\w{2,9}|them)';
const rule = (name: string, find: RegExp): LookRule => ({
  kind: 'sexual',
  name,
  verdict: 'queue',
  find,
  not: told,
  notBefore:
    /(?:举报|投诉|骚扰|拒绝|他让我|老板让我|领导让我|要求我)[^\n]{0,16}$|\b(?:said|told|asked|asks|asking|demanded|pressured)\b[^.!?\n]{0,20}$/iu,
});

/** Propositions, innuendo and leering in words that are decent one by one: published and queued. */
export const propositionRules: readonly LookRule[] = [
  rule(
    'lust-zh',
    rx()`想(?:舔|亲|吻|啃|骑|压|吃了|摸遍|要了|抱着睡|跟${clause}{1,5}睡|和${clause}{1,5}睡)(?:遍)?(?:你|她|那个|小姐姐|妹子|前台|新来)|(?:她|你|妹子|小姐姐)${clause}{0,6}?(?:小嘴|嘴唇|舌头|小手|玉足|腰|锁骨|大腿)${clause}{0,2}[,，]?${clause}{0,8}?(?:适合|用来|拿来|干点别的|伺候|含|受不了|想入非非)|没穿(?:内衣|胸罩|内裤|文胸|打底)|(?:胸|奶|臀)[^,。\n]{0,3}(?:快|都)?(?:爆|撑|跳|露)出`,
  ),
  rule(
    'bed-zh',
    rx()`(?:到|来|上|钻|进|爬)(?:我|他|哥|姐|老板|领导)(?:的)?(?:床|被窝|房间|怀里)|(?:我|哥)(?:的)?床上${clause}{0,4}(?:加|来|见|等|躺)|暖(?:被窝|床)|侍寝|共度(?:一夜|良宵|今宵)|(?:陪|伺候)(?:好)?(?:我|哥|领导|老板|客户)${clause}{0,3}(?:一晚|过夜|一宿|开心|高兴)|从了(?:我|他|领导|老板)|(?:他|她)(?:床上)?(?:技术|活儿?)(?:真|很)?(?:好|棒|不错)(?=$|[,，。!！])`,
  ),
  rule(
    'outing-zh',
    rx()`(?:会所|洗浴|大保健|足疗|按摩店|夜总会|ktv)${clause}{0,6}?[,，]?${clause}{0,4}?(?:走起|组队|组团|小妹|公主|大学生|嫩|特殊|正规不|全套)|(?:一起|约着|组队|谁要)${clause}{0,4}?看(?:片|毛片|小电影|a片)|(?:异性|女生?|美女)合租${clause}{0,8}(?:免|你懂)|(?:寂寞|独守空房|饥渴)(?:的)?(?:姐姐|妹妹|少妇|人妻|小姐姐|小哥哥)`,
  ),
  rule(
    'things-id-do-en',
    rx()`\b(?:the\s)?things\s(?:i|i['’]d|i\swould)\s(?:do|let)\s(?:\w{2,5}\s)?(?:to\s)?${her}|\b${her}\s[^.!?\n]{0,60}?\b(?:if\syou\s(?:catch|get)\smy\s(?:drift|meaning)|if\syou\sknow\swhat\si\smean|wink\swink|nudge\snudge)|\bcurtains\smatch\sthe\sdrapes|\bcarpet\smatch\sthe\s\w{4,7}`,
  ),
  rule(
    'fun-en',
    rx()`\b(?:lunchtime|bathroom|elevator|office|breakroom|quick)\s(?:quickie|fling|hook\s?up|fun\swith)|\bquickie\b|\b(?:looking|down|up)\sfor\s(?:a\s|some\s)?(?:discreet|naughty|no\sstrings|adult|bedroom|late\snight)\s\w{2,9}|\b(?:anyone|who(?:['’]s|\sis)|you)\s(?:here\s)?(?:into\s(?:feet|bondage|bdsm|swinging|threesomes?|kink\w?|leather)|kinky)\b|\b(?:threesome|foursome|gang\s?bang|booty\scall|friends\swith\sbenefits)\b|\b(?:bored|horny)\s(?:wife|wives|housewives|girls|ladies)\b`,
  ),
  rule(
    'pics-en',
    rx()`\b(?:post|show|send|drop|share|trade)\s(?:us\s|me\s)?(?:your|ur|some|more)\s(?:\w{2,8}\s)?(?:bikini|lingerie|underwear|swimsuit|shower|locker\sroom|panty|feet|topless|bra)\s?(?:pics?|photos?|selfies?|shots?)?\b(?!\s(?:policy|drain))`,
  ),
  rule(
    'leer-en',
    rx()`\b(?:grabbed|squeezed|groped|pinched|slapped|stroked)\s(?:my|her|his)\s(?:thigh|ass|butt|chest|waist)\b[^.!?\n]{0,24}\b(?:want(?:ed)?\smore|loved|liked|enjoyed|hot\b|nice)|\b(?:can['’]?t\s(?:stop|help)\s(?:staring|looking|thinking)|staring)\s(?:at|about)\s(?:${her}|that)\s(?:\w{2,8}\s)?(?:legs|chest|body|curves|butt|ass|lips|hips|shirt|skirt|blouse)\b|\b(?:so|too)\shot\s(?:i|that\si)\scan(?:['’]t|not)\s(?:work|focus|think)|\bi['’]?d\s(?:like\sto\s)?(?:ride|mount|do|eat|devour|taste|take)\s(?:her|him|that\s(?:girl|guy|man|woman|ass))\s(?:any\s?(?:day|time)|right\snow|all\s(?:night|day)|on\s(?:the|that)\s(?:desk|table|copier))`,
  ),
];
