import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';

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

/** Threats in English. */
export const threatEn: readonly LookRule[] = [
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
    name: 'never-again-en',
    verdict: 'block',
    find: rx()`\b(?:make\ssure\s)?(?:you|u)(?:['’]ll|\swill|\swon['’]t|\swon['’]t\sever)?\s(?:never\s)?(?:ever\s)?(?:walk|breathe|speak|talk|wake\sup|see\s(?:daylight|tomorrow))\sagain\b|\b(?:put|putting|send|sending|sent)\s(?:you|u)\s(?:in|to|into)\s(?:the|a|an)\s(?:ground|hospital|grave|box|ditch|coffin|wheelchair|morgue|icu|er|cemetery)|\bhospital\sfood\b[^\n]{0,30}\byou\b|\bend\s(?:your|ur)\slife\b|\bsay\sgoodbye\sto\syour\s(?:${limbs}|${kin})`,
    not: play,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'kin-or-else-en',
    verdict: 'block',
    find: rx()`\b(?:or|and)\s(?:i['’]?ll\s|i\swill\s)?(?:visit\s|get\s|hurt\s|find\s)?your\s(?:little\s)?(?:kids?|daughter|son|wife|husband|mom|mother|family|dog)\s(?:is|are|gets?|won['’]t|doesn['’]?t|will\snot|dies?|ends?|pays?|bleeds?|will|disappears?)`,
    near: /delete|take|shut|down|stop|post|remove|quiet|home/iu,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'outside-en',
    verdict: 'block',
    find: rx()`\bi['’]?\s?a?m\s(?:\w{1,8}\s)?(?:outside|in\sfront\sof|parked\s(?:outside|at|by)|at)\syour\s(?:building|house|place|apartment|door|home|window|work)\b|\b(?:we|i|brothers\sand\si|boys\sand\si)(?:['’]ll|\swill|\sgonna|\sare\sgoing\sto)\s(?:jump|rush|corner|mess|rough)\s(?:you|u|up\syou)`,
    not: /\b(?:pizza|delivery|package|uber|pick\syou|party)\b/iu,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'armed-en',
    verdict: 'block',
    find: rx()`\bi(?:['’]ll|\swill|['’]m\sgonna|\sam\sgoing\sto)?\s(?:walk|come|show\sup|stroll)(?:ing)?\s(?:in|into|to)\s(?:\w{1,10}\s){0,3}?with\s(?:my|a|the|his)\s(?:[\w'’]{1,10}\s){0,2}(?:gun|rifle|knife|shotgun|pistol|bat|machete|axe)|\bi\s(?:will\s)?pull\sthe\strigger\b|\bi['’]ve\skilled\s(?:before|people|men)|\b(?:a|the)\sbomb\s(?:under|in|beneath|at)\s(?:your|the\s(?:office|building|lobby))|\b(?:i['’]?ll|i\swill|gonna|i['’]m\sgonna)\s(?:\w{1,10}\s){0,6}?(?:knock|lay)\s(?:you|u)\s(?:the\s\w{2,8}\s)?(?:out|flat|down)|\b(?:hands|fingers)\saround\s(?:your|ur)\s(?:neck|throat)|\bkill\s(?:you|u)\sis\swhat\si|\b(?:some(?:one|body)|people)\s(?:is|are)\s(?:going\sto|gonna)\sdie\b`,
    not: /\b(?:game|bath|project|movie|deadline|overwork|safety|forklift|unless\s(?:they|we|management))\b/iu,
    notBefore: reportedEn,
  },
  {
    kind: 'threat',
    name: 'vague-en',
    verdict: 'queue',
    find: rx()`\b(?:you['’]?(?:ll|re\sgonna|re\sgoing\sto|\swill)\sregret|you\s(?:better|had\sbetter)\swatch|(?:be\s)?careful\swho\syou|snitches\sget\sstitches|you['’]?(?:ll|\swill)\spay\sfor|i['’]?(?:ll|\swill)\sfind\s(?:you|out\swho)|(?:your\s)?days\sare\snumbered|need\sa\s(?:good\s)?beating|deserve\sa\s(?:good\s)?beating|watch\syour\sback|sleep\swith\sone\seye\sopen|you['’]ve\sbeen\swarned|karma\sis\s(?:going\sto|gonna|coming)|mess(?:ing)?\swith\sthe\swrong|made\s(?:a|an)\s(?:\w{1,10}\s)?enemy|think\stwice\sbefore|(?:keep\spoking|try\sme|keep\stalking)[^.!?\n]{0,12}see\swhat\shappens|accidents\shappen|(?:when|once)\si\s(?:learn|get|know)\s(?:yours|your\sname))`,
    not: /\b(?:posture|lifting|chairs?|release|pager\w{0,3}|boxes|on-?call|people)\b/iu,
    notBefore: reportedEn,
  },
];
