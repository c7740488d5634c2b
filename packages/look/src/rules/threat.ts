import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';

const part = '[^,，。;；!！?？\\n]';
const I = '(?:我|老子|劳资|爷|本人|咱|俺|哥们?)';
const you = '(?:你们?|恁|(?<![a-z])u(?![a-z])|楼主|楼上)';
/** Verbs that leave somebody dead or maimed; 弄s, 打4: written so that no list of words finds them. */
const harm =
  '(?:(?:弄|打|砍|捅|撞|掐|勒|烧|毒|整|揍|踩|踹)(?:死|s|4|残|废|瘫)了?|杀了?|宰了?|剁了?|砍了?|捅了?|废了|崩了|毙了|做掉|干掉|埋了|活埋|灭了|打断|卸了?|剐了?|劈了)';
const body = '(?:腿|胳膊|手|脑袋|脖子|狗头|狗腿|肋骨|舌头|牙|喉咙|手指|脚筋)';
const family = '(?:全家|一家|家人|爸妈?|妈|父母|爹妈?|老婆|老公|孩子|儿子|女儿|小孩|爱人|媳妇|家里人)';
/** Who else does the harm: work, the market, a boss in a figure of speech. */
const others =
  /(?:加班|公司|老板|资本|领导|主管|项目|系统|需求|压力|工作|房贷|客户|生活|社会|绩效|产品经理|他|她|它)[^,。]{0,8}(?:会|能|要|把|让|想|迟早|可以)|(?:怕|担心|梦见|游戏|王者|吃鸡|电影|剧本|小说|代码|进程|线程|bug|想你|笑|乐|爱|可怜)/u;
const reported = /(?:[他她]|领导|老板|主管|同事|有人|经理|对方|上司|hr)[^,。]{0,8}(?:说|骂|威胁|喊|吼|恐吓|扬言)/u;

const zh: readonly LookRule[] = [
  {
    kind: 'threat',
    name: 'harm-you-zh',
    verdict: 'block',
    find: rx()`${harm}(?:了|掉)?${you}(?:${family}|(?:的)?${body}|这|个|丫)?`,
    not: others,
    notBefore: reported,
    notAfter: /^(?:也|都)(?:不|想|没|猜)|^的(?:热情|积极性|想法|念头)/u,
  },
  {
    kind: 'threat',
    name: 'harm-limb-zh',
    verdict: 'block',
    find: rx()`(?:打断|卸(?:了|掉)?|砍(?:了|掉|断)?|割(?:了|掉)?|拧(?:了|掉)?|敲(?:碎|掉)|剁(?:了|掉)?|挑断)${you}${part}{0,4}?${body}|把${you}(?:的|那|们|狗|舌|脑|牙){0,3}${part}{0,3}(?:割|剁|拧|砍|卸|敲|打断|撕|扔下|从${part}{0,6}扔|弄死|打残|打死|活剥|埋|喂狗|碎尸|沉|做了|干掉|废)`,
    not: others,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'hire-zh',
    verdict: 'block',
    find: rx()`(?:找|雇|叫|花钱请|带)(?:了)?(?:人|几个人|兄弟|道上|黑社会|社会上){1,2}${part}{0,8}?(?:弄|做掉|打|卸|收拾|砍|揍|废|办)(?:了|死|断)?${you}`,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'knows-home-zh',
    verdict: 'block',
    find: rx()`${you}(?:的)?(?:家|${family}|住|地址|车牌)${part}{0,14}${I}?${part}{0,4}(?:知道|清楚|查到|摸清|有地址|地址我有|的地址我)`,
    not: /不知道|不清楚|谁知道|怎么知道|才知道|想知道|可以|吗|政策|规定|申请|报销/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'knows-home-first-zh',
    verdict: 'block',
    find: rx()`${I}${part}{0,3}(?:知道|清楚|查到|摸清|有)(?:了)?${you}(?:的)?(?:家(?!里蹲)|${family}|住)${part}{0,8}(?:地址|哪|学校|上学|幼儿园|上班|住)`,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'await-zh',
    verdict: 'block',
    find: rx()`(?:等着|准备|小心)(?:给${you}?)?(?:${family}|自己)?(?:收尸|办丧事|办后事|进棺材|进(?:医院|icu)|躺医院|住院|断腿|断胳膊|吃席|挨刀|见阎王|被砍)|(?:横|躺|爬|抬|跪)着(?:走?出|离开|回去|抬出)`,
    not: /我们?(?:都|得|要|会|自己)|加班|累/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'on-the-way-zh',
    verdict: 'block',
    find: rx()`(?:出门|走路|下班|路上|夜路|回家|晚上|停车场)${part}{0,8}(?:小心|注意|当心|看着)?[^。!！\n]{0,6}(?:被(?:我|人)?${part}{0,3}(?:车|撞|捅|砍)|刀不长眼|挨刀|脑袋搬家|${you}的?狗命|狗头)`,
    not: /保险|新闻|我差点|我被|外卖|骑手|大家/u,
  },
  {
    kind: 'threat',
    name: 'each-time-zh',
    verdict: 'block',
    find: rx()`见(?:到)?${you}?一次(?:打|砍|揍|捅|抽|扇|削)`,
  },
  {
    kind: 'threat',
    name: 'means-zh',
    verdict: 'block',
    find: rx()`(?:泼|浇)${you}${part}{0,4}(?:硫酸|汽油|开水|粪)|(?:硫酸|汽油)${part}{0,6}(?:泼|烧|浇)${part}{0,2}${you}|(?:烧|炸|点|砸)了?${you}们?(?:家|全家|的?房|的?车|店)|(?:带|拿|提|揣)(?:着|把|上)?刀${part}{0,8}(?:找${you}|捅|砍|等${you}|${you}工位)`,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'life-zh',
    verdict: 'block',
    find: rx()`(?:要|取|拿|买)${you}的?狗?命(?![运令题名])|让${you}${part}{0,4}(?:活不过|见不到明天|死无全尸|横尸|躺着出|爬着)|(?:不打断|不弄死|不打残|不砍死)${you}`,
  },
  {
    kind: 'threat',
    name: 'vague-zh',
    verdict: 'queue',
    find: rx()`(?:走夜路|出门|${you})${part}{0,3}小心点|有${you}好看|等着瞧|走着瞧|给我等着|收拾${you}|(?:弄|整|搞)死?${you}(?:信不信|试试)?|后果自负|别怪我不客气|让${you}知道厉害|人肉${you}|查到${you}|${you}最好识相|${you}给我小心`,
    not: /快递|逾期|规则|公告/u,
  },
];

const kill =
  '(?:kil[li]?|ki[lt]l|murd[e3]r|shoot|stab|strangle|choke|gut|behead|bury|slaughter|butcher|execute|hang|drown|torture|end|hurt|harm|maim|rape|hunt|skin|run\\sover|beat\\sthe\\s\\w{1,8}\\sout\\sof|beat\\sup|blow\\sup|knife|put\\sdown)';
const limbs =
  '(?:legs?|arms?|necks?|throats?|teeth|face|jaw|skull|heads?|bones?|fingers?|knees?|kneecaps?|nose|ribs|spine|hands?|eyes?|brains?)';
const wreck =
  '(?:break|smash|slit|cut|crush|snap|bash|kick|rip|knock|shatter|cave|burn|slash|punch|split|rearrange)';
const kin =
  '(?:kids?|children|wife|husband|family|mother|mom|daughters?|sons?|parents|house|home|apartment|car|dog|place)';
const youEn =
  "(?:you(?:['’]?(?:re|ll))?(?!\\s(?:a\\s)?(?:drink|beer|message|email|mail|note|dm))|ya|u|y['’]?all|yourself|(?:every|each|any)\\s(?:single\\s)?one\\sof\\syou|all\\sof\\syou)(?![\\w])";
const play =
  /\b(?:lol|jk|joking|joke|chess|ping\spong|fifa|game|match|boss\sfight|smash\sbros|raid|respawn|kidding|metaphor\w{0,8}|process|pod|container|thread|branch|build|deadline|job|this\splace|stress|commute|caffeine|coffee|meetings?|paperwork|kindness|with\slove|emails?|ticket\w{0,2})\b/iu;
const third =
  /\b(?:he|she|they|it|boss|manager|pm|lead|wife|husband|mom|job|this|that|which|who|company|work|will|coworker|someone|client)\s(?:['\w]{1,10}\s){0,3}$/iu;
const reportedEn =
  /\b(?:said|says|told|threatened|threatens|saying|texted|emailed|heard|quote|wrote|screamed|yelled)\b[^.!?\n]{0,24}$/iu;

const en: readonly LookRule[] = [
  {
    kind: 'threat',
    name: 'i-harm-en',
    verdict: 'block',
    find: rx()`\b(?:i|we|ill|i'll|imma|ima|im|i'm|i['’](?:ll|m|d)|we['’](?:ll|re))(?:\s(?:will|am|are|gonna|going\sto|want\sto|should|could|can|swear\sto\s\w{1,6}|promise|find|come|would|mean|to|and|your|house|the|you|office|im|i'm|i|do)){0,9}\s${kill}\s(?:the\shell\sout\sof\s|down\s)?(?:${youEn}|your\s(?:whole\s|entire\s)?${kin})`,
    not: play,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'gonna-harm-en',
    verdict: 'block',
    find: rx()`\b(?:gonna|going\sto|finna|about\sto|bouta)\s(?:\w{1,10}\s){0,2}?${kill}\s(?:${youEn}|your\s${kin})`,
    not: play,
    notBefore: new RegExp(`${reportedEn.source}|${third.source}`, 'iu'),
  },
  {
    kind: 'threat',
    name: 'limbs-en',
    verdict: 'block',
    find: rx()`\b${wreck}\s(?:in\s|off\s|out\s|up\s|down\s|open\s)?(?:both\s|all\s)?(?:your|ur)\s(?:fucking\s|ugly\s|stupid\s|damn\s|lying\s|fat\s|little\s){0,2}(?:${limbs}|${kin})\b(?!\s(?:stack|system|off\sthe))`,
    not: new RegExp(`${play.source}|stretch|exercise|surgery|\\bdon['’]?t\\b|\\bmy\\b`, 'iu'),
    notBefore: new RegExp(
      `${reportedEn.source}|\\b(?:will|can|could|might|may|to\\snot)\\s(?:literally\\s)?$(?<!\\bi\\s.{0,12})|\\bthese\\b.{0,20}$`,
      'iu',
    ),
  },
  {
    kind: 'threat',
    name: 'beat-en',
    verdict: 'block',
    find: rx()`\b(?:beat|pound|stomp|thrash)\s(?:you|u|ur\sass|your\sass)\s?(?:up|so\s(?:bad|hard)\w{0,2}|to\sdeath|senseless|bloody|until|till?|down|in(?:to)?\s(?:the|a)\s(?:ground|pulp|coma))?`,
    not: play,
    notBefore: reportedEn,
    notAfter: /^\s(?:to\sit|in|at|by)\b/iu,
  },
  {
    kind: 'threat',
    name: 'dead-en',
    verdict: 'block',
    find: rx()`\b(?:you['’]?re|you\sare|ur|u\sr|youre)\s(?:a\s|all\s|so\s|fucking\s|already\s){0,2}dead\b(?!\s(?:wrong|right|tired|inside|on|serious|weight|set|end|line|to\s(?:me|them|him|her|the\s(?:company|firm)))|lock)|\b(?:you['’]?ll|you\swill|you['’]?re\sgonna|you(?:\sare)?\sgoing\sto|you\sgonna)\s(?:\w{1,8}\s){0,3}?(?:(?:in|to)\s(?:a\s|the\s)?(?:ditch|hospital|body\sbag|ambulance|coffin|wheelchair|morgue|icu|grave|casket|trunk)|die\s(?:slow|bleeding|screaming|tonight|soon)\w{0,4}|bleed)`,
    not: play,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'knows-home-en',
    verdict: 'block',
    find: rx()`\b(?:i|we)\s(?:already\s|now\s|also\s)?(?:know|found(?:\sout)?|have|got)\s(?:exactly\s|out\s)?(?:(?:where|which\s(?:school|gym|house|street))\s(?:you|u|your\s(?:\w{1,8}\s)?${kin})\s?(?:live|sleep|park|goe?s?\sto\sschool|goe?s?|stay|work\sout|is\son|play)?s?|your\s(?:home\s)?address(?!\s(?:book|bar|on\sfile|form|field)))`,
    notBefore: new RegExp(`${reportedEn.source}|\\b(?:hr|payroll|they|tax)\\b.{0,12}$`, 'iu'),
    notAfter:
      /^\s?(?:in\sthe|on\sthe\smap|is\swhat|for\s(?:the|shipping)|to\sship|coming\sfrom|['’”"]|so\swe|so\si\scan\s(?:send|ship|mail))/iu,
  },
  {
    kind: 'threat',
    name: 'coming-en',
    verdict: 'block',
    find: rx()`\b(?:i['’]?m|i\sam|im|we['’]?re|we\sare)\scoming\s(?:for|after)\s(?:you|u|your\s${kin})\b|\b(?:i['’]?m|i\sam|im|we['’]?re|i['’]?ll|ill|i\swill)\s(?:be\s)?com(?:e|ing)\s(?:over\s)?(?:to|by|at)\syour\s(?:house|home|place|door|apartment)\b`,
    not: /\b(?:party|dinner|bbq|help|deliver\w{0,3}|movie)\b/iu,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'weapon-en',
    verdict: 'block',
    find: rx()`\b(?:bring(?:ing)?|brought|have|got|['’]ve\sgot|own|carry(?:ing)?|load(?:ing|ed)?)\s(?:a|my|the|his)\s(?:\w{1,8}\s)?(?:gun|rifle|knife|shotgun|glock|pistol|machete|baseball\sbat|ar-?15|9mm)\b[^.!?\n]{0,32}\b(?:you|your|ur|office|desk|floor|work\stomorrow)\b`,
    not: /\b(?:security|reported|police|policy|banned|arrest\w{0,2}|nerf|toy|he|she|guy|coworker)\b/iu,
  },
  {
    kind: 'threat',
    name: 'means-en',
    verdict: 'block',
    find: rx()`\bput\s(?:a|this|my|one)\s(?:bullet|knife|fist|blade|round)s?\s(?:in|into|through|between)\s(?:to\s)?(?:you|your)\b|\b(?:throw|pour|splash)(?:ing)?\s(?:\w{1,6}\s)?acid\s(?:on|in|at)\s(?:you|your)|\b(?:run|running|ran)\syou\s(?:over|down)\b|\bburn\s(?:down\s)?your\s(?:house|home|car|place|apartment|family)|\bpay\s(?:for\s\w{1,6}\s)?(?:in|with)\s(?:your\s)?(?:blood|life)`,
    notBefore: new RegExp(`${reportedEn.source}|\\b(?:cyclist|driver|insurance|he|bus)\\b.{0,16}$`, 'iu'),
  },
  {
    kind: 'threat',
    name: 'hired-en',
    verdict: 'block',
    find: rx()`\b(?:paid|hired|sent|sending|paying|hiring|know|got)\s(?:a\s(?:guy|man|dude)|someone|some(?:body|\sguys?|\speople|\sfriends)|guys|people)\s(?:who\swill\s|who\scan\s|to\s|that\swill\s){1,2}(?:\w{1,6}\s)?(?:break|hurt|beat|kill|visit|deal\swith|take\scare\sof|shoot|find|jump|handle)\s(?:you|your|u)\b`,
  },
  {
    kind: 'threat',
    name: 'shame-if-en',
    verdict: 'block',
    find: rx()`\b(?:shame|pity|sad)\sif\s(?:something|anything|she|he|they|your\s\w{1,10}|it)\s(?:bad\s)?(?:were\sto\s|was\sto\s)?(?:happen(?:ed|s)?|got\shurt|get\shurt|burned|disappeared|had\san\saccident)`,
    near: /\b(?:you|your|them|her|him|family|she|he)\b/iu,
  },
  {
    kind: 'threat',
    name: 'watch-back-en',
    verdict: 'block',
    find: rx()`\b(?:watch\syour\sback|sleep\swith\sone\seye\sopen)\b`,
    after:
      /^[^\n]{0,20}(?:parking|tonight|way\shome|i['’]?ll|i\swill|we['’]?ll|garage|outside|when\syou\sleave|bitch|snitch|dark)/iu,
  },
  {
    kind: 'threat',
    name: 'one-eye-en',
    verdict: 'block',
    find: rx()`\bsleep\swith\sone\seye\sopen\b`,
    before: /\b(?:know|address|found|coming|where\syou)\b/iu,
  },
  {
    kind: 'threat',
    name: 'vague-en',
    verdict: 'queue',
    find: rx()`\b(?:you['’]?(?:ll|re\sgonna|re\sgoing\sto|\swill)\sregret|you\s(?:better|had\sbetter)\swatch|(?:be\s)?careful\swho\syou|snitches\sget\sstitches|you['’]?(?:ll|\swill)\spay\sfor|i['’]?(?:ll|\swill)\sfind\s(?:you|out\swho)|(?:your\s)?days\sare\snumbered|need\sa\s(?:good\s)?beating|deserve\sa\s(?:good\s)?beating|watch\syour\sback|sleep\swith\sone\seye\sopen|you['’]ve\sbeen\swarned|karma\sis\s(?:going\sto|gonna|coming)|mess(?:ing)?\swith\sthe\swrong)`,
    not: /\b(?:posture|lifting|chairs?|release|pager\w{0,3}|boxes|on-?call|people)\b/iu,
    notBefore: reportedEn,
  },
];

/** Threats. A plain one refuses the post; a vague one is published and queued (safety.md). */
export const threatRules: readonly LookRule[] = [...zh, ...en];
