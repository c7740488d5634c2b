import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';

const part = '[^,，。;；!！?？\\n]';
const whoZh =
  '(?:你们?(?:这[种帮群些个]人?)?|楼主|楼上|[一二三四五六七八九]楼|(?<![a-z])(?:lz|op)(?![a-z])|他|她|这(?:人|货|个?领导|个?主管|个?组长|个?老板|帮人|群人|伙人|家伙)|那(?:人|货|家伙)|我们?(?:领导|主管|组长|老板)|领导|老板娘?|组长|主管|经理|总监|hr)';
const beast =
  '(?:狗|猪|驴|猴|蛆|虫|蛤蟆|王八|乌龟|老鼠|蟑螂|苍蝇|蚊子|牲口|畜[生牲]|禽兽|鬣狗|豺狼|豪猪|猩猩|臭鼬|蛇|毒蛇|屎|粪|尿|屁|垃圾桶?|痰|抹布|厕纸|尸体|僵尸|太监|奴才|泼妇|妖怪|鬼)';
const tells =
  /(?:骂|说|喊|吼|叫|评价|形容|比作|当成?|觉得)(?:我们?|自己|员工|大家|人)?(?:是|像|成|跟)?[^,。]{0,4}$|(?:我们?|自己|咱们?)(?:都|就|也|真|活得|累得|像|跟|过得|简直|感觉|觉得|是){0,4}$/u;
const against =
  /歧视|偏见|别再|不要再|不该|尊重|反对|停止|伤人|称呼|刻板|霸凌|污名|这种话|这(?:种|个)词|说法|论调|地图炮|凭什么|谁说|算不算|仲裁|投诉|举报/u;
const zhRule = (name: string, find: RegExp): LookRule => ({
  kind: 'insult',
  name,
  verdict: 'queue',
  find,
  not: against,
  notBefore: tells,
});

const zh: readonly LookRule[] = [
  zhRule(
    'like-beast-zh',
    rx()`${whoZh}(?:的?(?:脸|嘴|脑子|长相|样子|吃相|说话|做事|长得|写的|叫得))?${part}{0,4}?(?:(?:像|跟|如同|活像|好比|属|不如)(?:个|条|头|只|一[个条头只坨滩])?|就是(?:公司|老板|领导|资本)?(?:养的?)?(?:一)?[个条头只坨滩]|是(?:公司|老板|领导)养的)${part}{0,4}?${beast}`,
  ),
  zhRule(
    'not-even-zh',
    rx()`(?:连|还)(?:个|条|头|只)?${part}{0,2}?${beast}${part}{0,2}?都?(?:不如|比不上|比你)|${beast}(?:变|转世|投胎|附体|成精|托生)的?|狗(?:眼看人|改不了|嘴里|腿)`,
  ),
  zhRule(
    'speech-zh',
    rx()`(?:像|跟|如同|是在?|净|就会|满嘴)(?:放|喷)(?:屁|粪)|满嘴(?:喷粪|跑火车|放屁)|(?:喷|吐)粪|嘴(?:巴)?(?:真|太|这么|那么)?(?:臭|贱|欠)|放(?:你|什么)(?:的|娘的|妈的)?(?:狗)?屁`,
  ),
  zhRule(
    'raised-zh',
    rx()`(?:没|缺|少)(?:妈|爹|娘|爸|家)(?:教|管|养)|(?:你|他|她)(?:爹妈?|妈|爸妈?|父母)(?:怎么|没|白|是怎么|当年|就)${part}{0,6}?(?:教|养|生)(?:你|过|出|了|的)|有(?:娘|爹|妈)生(?:没|无)(?:娘|爹|妈|人)(?:养|教)`,
  ),
  zhRule(
    'curse-zh',
    rx()`祝(?:你|他|她|楼主)们?(?:全家|祖坟|早日|生(?:儿子|孩子)|出门|不得|早死|断)${part}{0,8}|祖坟(?:冒|被|让人)|断子绝孙|生(?:儿子|孩子)没|(?:被|让|给)(?:门|驴|马|雷|车|猪)(?:板)?(?:夹|踢|挤|劈|撞|拱)(?:过|了|坏)?${part}{0,2}(?:头|脑|傻)?|天打雷劈|遭天谴`,
  ),
  zhRule(
    'ill-zh',
    rx()`${whoZh}${part}{0,5}?(?:有大病|有(?:点)?(?:毛)?病(?:吧|啊|$)|脑(?:子|壳|袋)?(?:有|缺|少|进|短|没)${part}{0,3}|(?:该|需要)(?:吃药|看脑子|看看?脑科|进精神病)|没(?:睡醒|吃药|长(?:脑子|心|眼)))`,
  ),
  zhRule(
    'foul-person-zh',
    rx()`(?:臭|死|烂|狗|贱|老|破|骚|丑|烂)(?:打工的|要饭的?|娘们|老头子?|老太婆|妖婆|巫婆|女人|丫头片子|八婆|流氓|不要脸的?|矮子|秃子|瘸子|瞎子|聋子|哑巴|穷鬼|酒鬼|色鬼|瘪三|玩意|裤裆)|娘们(?:儿)?(?:唧唧|兮兮)|不男不女|男不男女不女|死人妖|傻(?:吊|屌|缺|鸟|狍子)|(?:五毛|公司|资本|水军)(?:狗|的狗|走狗)|奴性|洗地(?:的|狗)|(?:恶心|烂|贱|破|什么)玩意(?:儿)?(?!系统|流程|软件|设计)|装(?:什么)?(?:大尾巴狼|大爷|孙子|逼(?!格)|蒜|圣母|清高)|猪队友|(?<![a-z])sha\s?bi|(?:蠢|贱|坏|恶心|猥琐|不要脸)得(?:出奇|要命|离谱|可以|没救|冒泡|流油)|老不正经|衣冠禽兽|斯文败类|狼心狗肺|猪狗不如|贼眉鼠眼|人面兽心`,
  ),
  zhRule(
    'origin-zh',
    rx()`(?:[\p{Script=Han}]{1,3}(?:省|族|籍|农村)?(?:人|佬|仔|妹|籍的)|(?:女|男)(?:的|人)|(?:[二三四五]十|\d{2})(?:多)?(?:岁|后)的?(?:女的|男的|人)?|大专的?|外包)(?:就会|就知道|就(?:该|适合)回|骨子里|天生|祖传|果然|普遍|十个(?:里)?(?:有)?[八九]个|没(?:一)?个)${part}{0,8}?(?:奴|拍马|偷|骗|懒|抠|穷|脏|坏|蠢|傻|贱|靠谱|好东西|正经|做饭|带孩子|回家|素质)`,
  ),
];

const you =
  "(?:you(?:['’]re|\\sare|\\sguys\\sare|\\speople\\sare|\\sall\\sare)?|ur|u(?:\\sr)?|y['’]all(?:\\sare)?|op(?:['’]s|\\sis)|he(?:['’]s|\\sis)|she(?:['’]s|\\sis)|they(?:['’]re|\\sare)|(?:our|my|the|this|that)\\s(?:\\w{2,8}\\s)?(?:boss|manager|director|lead|ceo|cto|vp|supervisor|owner|foreman|guy|dude|woman|hr)(?:['’]s|\\sis))";
const lowly =
  '(?:dweeb|cretin|muppet|hyena|jackal|vulture|maggot|swine|buffoon|half-?wit|nitwit|numbskull|numpty|dimwit|dolt|dunce|nincompoop|scumbag|slimeball|sleaze(?:bag|ball)?|jerk(?:off)?|tosser|git|knob(?:head)?|bellend|pillock|plonker|slob|slug|toad|weirdo|freak|wimp|wuss|cuck|brown-?noser|ass-?kisser|suck-?up|lapdog|crook|nutjob|wacko|pans(?:y|ie)|sissy|sissies|pond\\s?scum|bully|tyrant|gremlin|troglodyte|caveman|ogre|goblin|baboon|chimp|ape|dinosaur|witch|bat|cockwomble|arsehole|arse|pisshead|drunk|psychopath|sociopath|lunatic|nobody|sack\\sof\\s\\w{2,12}|bag\\sof\\s\\w{2,12}|waste\\sof\\s(?:skin|sperm|oxygen|space|breath))s?';
const quality =
  '(?:an?|the|such|what|you|absolute|complete|total|utter|real|sorry|sad|little|old|big|fat|bald|ugly|disgusting|pathetic|spineless|slimy|dirty|filthy|lazy|useless|pack\\sof|bunch\\sof|bloody|fucking|greasy|bitter|jealous|stupid|dumb|only\\sa)';
const againstEn =
  /\b(?:not\s(?:ok|okay|cool|acceptable)|never\sok|stop\s(?:calling|saying)|slur|called\s(?:me|us|her|him|them|a)|calling\s\w{2,9}|nobody\sshould|no\sone\s(?:should|deserves)|offensive|stereotype|prejudice|myth|racis[tm]|sexis[tm]|ageis[tm]|harass\w{0,5}|unfair|policy|jokes?\s(?:are|about|is)|said|told|shouted|says)\b/iu;
const selfEn = /\b(?:i['’]?m|i\sam|i\swas|i\sfeel|like|me|myself|as)\s(?:\w{1,10}\s){0,2}$/iu;
const enRule = (name: string, find: RegExp): LookRule => ({
  kind: 'insult',
  name,
  verdict: 'queue',
  find,
  not: againstEn,
  notBefore: selfEn,
});

const en: readonly LookRule[] = [
  enRule(
    'as-dumb-as-en',
    rx()`\b${you}\s(?:about\s|just\s){0,2}(?:as\s)?(?:thick|dumb|dumber|dense|denser|useless|sharp|bright|slow|slower|smart|smarter|stupid|uglier|ugly|fat|fatter|worthless|deep|subtle|charming|interesting)\s(?:as|than)\s(?:an?|two|my|the)\s\w{2,14}|\b(?:has|have|got|with)\s(?:all\s)?(?:the|a)\s(?:brains?|intelligence|personality|charm|spine|backbone|attention\sspan|empathy|intellect|wit)\s(?:of|like|the\ssize\sof)\s(?:an?|my)\s\w{2,14}|\b(?:a|my|any)\s(?:\w{2,12}\s)?(?:rock|brick|goldfish|monkey|toddler|potato|plant|hamster|chimp|dog|parrot|toaster|lamp|spoon)\s(?:\w{2,9}\s){0,2}(?:smarter|brighter|better|more\suseful|more)\s(?:\w{2,9}\s)?than\s(?:you|op|him|her)`,
  ),
  enRule(
    'lowly-en',
    rx()`\b${you}(?:\s(?:just|nothing\sbut|such|really|all))?\s(?:${quality}\s){1,4}${lowly}\b|\b(?:what\s(?:a|an)|such\sa|pack\sof|bunch\sof|absolute|utter|you|only\sa|disgusting|spineless|pathetic)\s(?:${quality}\s){0,3}${lowly}\b|^[^a-z]{0,3}(?:shut\sit|shut\sup|get\slost|bugger\soff|piss\soff|zip\sit)[,\s]{1,2}(?:you\s)?\w{3,14}[\s.!]{0,3}$`,
  ),
  enRule(
    'filth-en',
    rx()`\b(?:every|each)\s(?:\w{3,9}\s)?(?:out\sof|from)\s(?:you|your\smouth|op|him|her)\s(?:is|are)\s(?:\w{2,9}\s)?(?:vomit|garbage|trash|shit|crap|poison|sewage|bile|bullshit)|\byour\s(?:mother|mom|mum|parents|dad|father)\s(?:should\shave|must\s(?:be|have)|raised|dropped|regret|wish)\w{0,3}\b|\b(?:f[@#*u]{1,2}ck|fck|screw|damn)\s?(?:y[o0]?u|u|ya)\b|\band\sthe\shorse\syou\srode`,
  ),
  enRule(
    'go-die-en',
    rx()`\b(?:go|please|kindly|just)\s(?:and\s)?(?:play\sin\straffic|jump\soff\s(?:a|the)\s\w{3,9}|walk\sinto\s(?:the\ssea|traffic|the\socean)|step\sin\sfront|take\sa\slong\swalk\soff|swallow\sa|stick\syour\shead|off\syourself|end\s(?:yourself|it))|\b(?:nobody|no\sone)\s(?:would|will|is\sgoing\sto|['’]d|['’]ll)\s(?:ever\s)?(?:miss|mourn|cry\sfor|remember|care\sabout)\s(?:you|him|her)\b|\b(?:you|he|she|they|his\skind)\s(?:all\s)?should(?:['’]ve|\shave)?\s(?:never\s)?(?:be|been)\s(?:sterili[sz]ed|put\sdown|neutered|aborted|born|drowned|locked\sin|muzzled|castrated)|\bdo\s(?:the\sworld|everyone|us\sall)\sa\sfavou?r\b`,
  ),
  {
    ...enRule(
      'origin-en',
      rx()`\b(?:filipin[oa]s?|pakistanis?|turks|italians|irish|ukrainians|gyps(?:y|ies)|vietnamese|nigerians|somalis|brazilians|hispanics|catholics|christians|hindus|sikhs|lesbians|queers|fatties|autistics|old\speople|young\speople|zoomers|interns|temps|greeks|spaniards|colombians|haitians|albanians|bulgarians|persians|thais|japanese|women|men|indians?|chinese|asians?|blacks?|muslims?|jews?|mexicans?|immigrants?|foreigners?|boomers?|gays?|females)(?:\s(?:people|guys|women|workers|hires|coders|drivers|nurses|managers))?\s(?:(?:are|r)\s)?(?:only\s|just\s)?(?:good\sfor|fit\sfor|know\show\sto\s(?:steal|lie)|all\s(?:cheat|lie|steal|smell|stink)|smell|stink|breed|cheat|lie|ruin\s\w{3,10}|will\s(?:\w{2,9}\s)?(?:rob|steal|cheat|lie)|belong\sin|don['’]t\swork|are\s(?:dirt|filth|vermin|rats|savages|leeches|disgusting|subhuman|a\s(?:disease|plague|problem|cancer)))\b|\bwomen\s\w{4,9},\swomen\s\w{4,9}`,
    ),
    notBefore:
      /\b(?:that|say(?:ing|s)?|claims?|not\s(?:all|every)|told|think|myth|wrote|believes?|joke)\s(?:that\s)?$/iu,
  },
];

/** Insults by comparison, by curse and by origin, which need no word of abuse: published and queued. */
export const likenessRules: readonly LookRule[] = [...zh, ...en];
