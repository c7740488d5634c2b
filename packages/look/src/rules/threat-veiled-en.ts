import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';

const kin =
  '(?:(?:little\\s|old\\s|pretty\\s)?(?:kids?|children|wife|husband|girlfriend|boyfriend|partner|family|mother|mom|mum|dad|father|daughters?|sons?|girl|boy|baby|parents|sister|brother|grandma))';
const you = "(?:you|u|ya|y['’]?all)";
const will = "(?:['’]?ll|\\swill|\\sgonna|['’]?re\\s(?:gonna|going\\sto)|\\sare\\s(?:gonna|going\\sto))";
const me = "(?:i|we|imma|ima|ill|i['’](?:ll|m|d)|we['’](?:ll|re|d))";
const reported =
  /\b(?:said|says|told|threatened|threatens|saying|texted|emailed|heard|quote|wrote|screamed|yelled|arrested)\b[^.!?\n]{0,24}$/iu;
const figure =
  /\b(?:lol|jk|joking|game|match|chess|raid|ping\spong|movie|demo|sprint|deadline|pipeline|build|deploy\w{0,6}|meetings?|process|quarter|commute|schedule|workload|overtime|prototype|this\sjob)\b/iu;
const flesh =
  '(?:tongue|eyes?|eyeballs|ears?|teeth|throat|guts|heart|lungs|liver|spine|head|skull|face|nose|fingers?|hands?|arms?|legs?|toes?|knees?|kneecaps|balls|skin|scalp|neck|windpipe|ribs|jaw|nails)';
const rend =
  '(?:rip|tear|slice|chop|saw|pluck|yank|peel|hack|cut|claw|scoop|burn|break|smash|crush|bash|stomp|cave|beat|shove)';

const rule = (name: string, verdict: 'block' | 'queue', find: RegExp): LookRule => ({
  kind: 'threat',
  name,
  verdict,
  find,
  not: figure,
  notBefore: reported,
});

/** Threats in English that name the outcome, the means or the place, not the deed. */
export const threatVeiledEn: readonly LookRule[] = [
  rule(
    'not-live-en',
    'block',
    rx()`\b${you}\s?(?:won['’]?t|will\snot|will\snever|ain['’]?t\s(?:gonna|going\sto)|aren['’]?t\s(?:gonna|going\sto)|['’]?re\snot\s(?:gonna|going\sto))\s(?:\w{1,8}\s){0,3}?(?:[^.!?\n]{0,20}\balive\b|live\s(?:to\ssee|long\b)|see\s(?:tomorrow|the\s(?:morning|sunrise|new\syear)\b|another\s(?:sunrise|birthday)|your\s${kin}\sagain)|make\sit\s(?:home(?=\stonight|$|[.!,])|to\syour\scar)|walk\s(?:straight|again)|be\s(?:breathing|walking))`,
  ),
  rule(
    'outcome-en',
    'block',
    rx()`\b${you}${will}\s(?:\w{1,8}\s){0,3}?(?:(?:eat|drink|breathe|piss)(?:ing)?\s(?:\w{1,8}\s)?(?:through|thru)\sa\s(?:straw|tube)|(?:need|want)(?:ing)?\sa\s(?:coffin|casket|wheelchair|surgeon|tombstone|body\sbag|new\s(?:face|jaw|set\sof\steeth))|wish(?:ing)?\syou\swere\sdead|(?:pick|pull|spit|count)(?:ing)?\s(?:up\s)?your\s(?:own\s)?teeth|be\s(?:buried\s(?:alive|next|beside|with)|six\sfeet|under\sthe\sground|pushing\sup|identified\sby|on\sa\sslab|fish\sfood|worm\sfood)|limp(?:ing)?\s(?:home|for)|leave\sin\sa\s(?:box|bag|hearse)|beg(?:ging)?\sfor\s(?:mercy|your\slife|me\sto\sstop))|\b(?:they|cops|police|nobody|no\sone|divers|somebody)(?:['’]ll|\swill|\sis\sgonna|\sare\sgonna)\s(?:never\s|ever\s|have\sto\s){0,2}(?:find|fish|identify|recogni[sz]e|scrape|pull)\s(?:you\s(?:out\sof\s|in\s)?(?:dead|hanging|face\sdown|(?:the|a)\s(?:lake|woods|ditch|trunk|dumpster|alley|desert|canal|basement|freezer))|your\s(?:body|corpse|remains|bones))`,
  ),
  rule(
    'prepare-en',
    'block',
    rx()`\b(?:write|update|prepare|finish)\syour\s(?:last\s)?(?:will(?!ing)|obituary|eulogy)\b(?=[^\n]{0,24}\b(?:you\shave\s(?:until|till)|i['’]?m|we['’]?re|you['’]re|coming|tonight|tomorrow))|\bsay\syour\s(?:last\s)?prayers\b|\b(?:pick|choose|order)\s(?:out\s)?(?:your|a)\s(?:coffin|casket|headstone|tombstone|burial\splot)|\bkiss\syour\s${kin}\sgoodbye|\benjoy\syour\slast\s(?:breath|night\son\searth|hours)`,
  ),
  rule(
    'flesh-en',
    'block',
    rx()`\b${me}\s(?:\w{1,8}\s){0,4}?${rend}\s(?:out\s|off\s|in\s|open\s|up\s)?(?:both\s)?(?:your|ur)\s(?:\w{2,9}\s){0,2}?${flesh}\b`,
  ),
  rule(
    'fire-en',
    'block',
    rx()`\b${me}\s(?:\w{1,9}\s){0,4}?(?:(?:pour|throw|splash|dump|toss)(?:ing)?\s(?:\w{1,8}\s)?(?:gasoline|petrol|acid|lye|kerosene|a\smolotov)\s[^.!?\n]{0,14}\b(?:your|ur|you)\b|(?:firebomb|bomb|set\sfire\sto|burn|light\sup|blow\sup|shoot\s(?:up|down))\s(?:down\s)?(?:your|ur|this|the|our)\s(?:\w{1,9}\s){0,2}?(?:house|home|place|apartment|car|truck|floor|office|building|store|plant|warehouse|family|site|lobby|department|meeting)\b)`,
  ),
  rule(
    'friends-en',
    'block',
    rx()`\b(?:my|i\s(?:know|have|got)|i['’]ve\sgot)\s(?:\w{1,8}\s){0,3}?(?:cousins?|brothers?|uncle|friends?|guys?|dudes?|boys|people|ex)\b[^.!?\n]{0,30}?\b(?:prison|jail|gang|cartel|mafia|parole|ex-?con|the\sjoint|bikers?)\b[^.!?\n]{0,40}?\b(?:your\s(?:name|address|desk|car|house|picture|photo|plates?)|(?:meet|visit|find|see|pay|handle)\s(?:with\s)?you)\b`,
  ),
  {
    ...rule(
      'kin-watched-en',
      'block',
      rx()`\byour\s${kin}\s(?:\w{1,8}\s)?(?:takes?|gets?\s(?:on|off|out)|goes|walks?|rides?|drives?|waits?|leaves?|plays?|works?|parks?|sleeps?|jogs?|catch(?:es)?|lives?|attends?|stud(?:y|ies)|looks?|has\s\w{2,10}\spractice)\b[^!.?\n]{0,24}?\b(?:bus|stop|school|gym|park|train|subway|street|st|daycare|kindergarten|nursery|practice|alone|station|class|corner|\d{1,2}:\d\d)\b[^!\n]{0,40}?\b(?:be\s(?:smart|careful|quiet|nice)|right\s?\?|(?:does|is|has)n['’]t\s(?:she|he|it)|aren['’]t\sthey|isn['’]t\sit|think\sabout|shame|pity|delete|take\s(?:it|this)\sdown|drop\s(?:it|the)|stop\s(?:post|talk|typ)\w{0,4}|keep\s(?:quiet|that\sway|them\ssafe)|would(?:n['’]t)?\s(?:hate|want)|just\ssaying)`,
    ),
    not: /\b(?:insurance|leave\spolicy|benefits|daycare\scredit|congrat\w{0,8}|enroll?\w{0,5})\b/iu,
  },
  rule(
    'see-you-harm-en',
    'block',
    rx()`\b(?:next\stime|when|if|once|the\s(?:day|minute|second))\s(?:i|we)\s(?:ever\s)?(?:see|catch|find|meet|corner|get)\s(?:you|u|ya|out\swho\syou\sare)\b[^.!?\n]{0,40}?\b(?:kill|end|hurt|stab|shoot|bury|bleed|gut|choke|strangle|cripple|maim|beat|hospital|dead|knife|bat)\b`,
  ),
  rule(
    'or-harm-en',
    'block',
    rx()`\b(?:delete|remove|drop|take\s(?:it|this)|shut|stop|keep|quit|one\smore|again|say|post|talk|snitch|report|testify)\b[^.!?\n]{0,36}\b(?:or|and|else)\s(?:else\s)?(?:i|we|my\s\w{3,9}|somebody|someone)(?:['’]ll|\swill|\sgonna|\sam\sgonna|['’]m\sgonna|['’]re\sgonna)?\s(?:\w{1,8}\s){0,3}?(?:kill|hurt|stab|shoot|bury|gut|choke|strangle|cripple|maim|burn|break|smash|beat|drown|slice|ruin)\s(?:the\s\w{2,6}\sout\sof\s)?(?:you|your|u|ya)\b`,
  ),
  rule(
    'veiled-en',
    'queue',
    rx()`\b(?:you(?:['’]re|\sare)\son\s(?:it|my\slist|the\slist)|teach\syou\sa\slesson|(?:your\s(?:day|time|turn)\s(?:is\scoming|will\scome|is\sup))|(?:you|u)\shave\sno\sidea\swho\syou|(?:we|i)\shave\sways|(?:i|we)(?:['’]m|['’]re|\sam|\sare)\swatching\s(?:you|u)|(?:you['’]?ll|you\swill)\s(?:be\ssorry|get\swhat['’]s\scoming)|what\s(?:happens|happened)\sto\s(?:rats|snitches|traitors|squealers)|(?:snitch|rat|squealer|traitor)s?\s(?:always\s)?(?:end\sup|get|fall|bleed|die)|settle\sthis\s(?:outside|in\sperson|like\smen)|meet\sme\soutside)\b`,
  ),
];
