import type { LookRule } from '../finding.ts';
import { rx } from '../personal/rule.ts';
import { propositionRules } from './propositions.ts';

/** Who tells what was done to them, or asks what to do about it. */
const victim =
  /骚扰|取证|投诉|举报|报警|拒绝|维权|仲裁|怎么办|困扰|恶心到|被摸|被他|被她|被领导|被上司|被老板|开除|开盒|曝光|受害|压下来|培训|体检|结节|医生/u;
const victimEn =
  /\b(?:harass\w{0,5}|report\w{0,3}|hr|police|assault\w{0,2}|victim|uncomfortable|consent|lawsuit|training|sick|complain\w{0,3}|fired\sfor|inappropriate|what\sdo\si|creepy|was\stold|keeps?\s(?:asking|sending|touching)|policy|breast\spump|lactation|cancer|stop\sit)\b/iu;

const zhWords: readonly [name: string, pattern: string][] = [
  [
    'meet-zh',
    '约[炮泡p]|一夜情|(?<![a-z])ons(?![a-z])|(?:有|求|找)(?:炮|po|p)友|po友|炮友|(?:今晚|晚上)约(?:吗|不|么|嘛)|^约(?:吗|么|不)|开(?:个)?房(?!间预|产|贷|源|地)(?=[^\\n]{0,6}(?:哥|妹|爽|疼|女|吗|嘿|约))|包(?:你)?满意',
  ],
  [
    'body-zh',
    '奶子|(?:这|那|她的?|的)?(?:胸|咪咪|欧派|屁股|臀)[^,。\\n]{0,4}(?:真大|好大|很大|大又|又大|翘|起码|[d-g]罩|想(?:摸|打|捏|揉)|上头|晃)|大[奶波胸](?:妹|子)?|(?:摸|揉|捏|看|抓|舔)(?:她|你|一下|看看)?(?:的)?(?:奶|胸|屁股|脚|腿|逼|下面|丝袜)|翘臀|巨乳|黑丝(?=[^\\n]{0,6}(?:骚|上头|想|爽|味))|丝袜[^,。]{0,6}(?:骚|味|上头|诱|太)',
  ],
  [
    'act-zh',
    '想(?:上|操|艹|干|c|日|睡|草)(?:了)?(?:她|你|那个|前台|女)|(?:按|压|推|摁)(?:她|你)在[^,。\\n]{1,8}(?:上)?(?:艹|操|干|c|日|上)|(?:艹|操|草|肏)(?:她|翻|哭)|陪(?:我|他|领导|老板)?睡(?!觉时间)|陪(?:我|哥)(?:一晚|一夜|过夜|睡)|看你洗澡|睡(?:上去|上位|服)|靠睡|床上功夫|口交|做爱|啪啪|打飞机|撸(?:了|一发|管)|自慰|硬了(?!件)|(?<!工位|桌子|地板|椅子)下面湿了?(?:没|吗|了)?$|湿了(?:没|吗)|裸聊|叫(?:起来(?:什么|啥|的声音)|床)|口一下|推倒(?!重)|蹭了(?:她|你)|扒光|让领导爽|活好|钟点房|床上(?:叫|见)|灌醉(?=[^\\n]{0,12}(?:嘿|后面|带|开房|爽|酒店))|潮喷|颜射|内射|调教',
  ],
  [
    'talk-zh',
    '(?:小)?骚[货b逼]|太骚|真骚|好骚|内[裤衣](?:什么)?颜色|(?:什么|啥)颜色的?内[裤衣]|裸照|发(?:张|几张)?(?:照片|自拍)[^,。]{0,4}(?:奶|胸|腿|裸|私)|看看(?:奶|胸|腿|批|逼)|偷拍(?:视频|照|资源)|求(?:出)?资源[^\\n]{0,8}(?:偷拍|视频)|露脸的?|福利姬|来我房间|荤的|找(?:几个)?小妹|(?:哥哥|叔叔)(?:疼|教|爱)你|腿(?:真|好)长[^\\n]{0,6}想|色情|黄片|a片|嘶哈|露点|私房照|福利(?:群|图|视频)|鼻血|(?:她|你)(?:那)?腰扭|寂寞吗|你处吗|裙子里|吊带[^,。]{0,6}(?:看|鼻血|骚)|免房租[^\\n]{0,6}你懂|舔屏',
  ],
];

const zh: readonly LookRule[] = zhWords.map(([name, pattern]) => ({
  kind: 'sexual',
  name,
  verdict: 'queue',
  find: rx()`${pattern}`,
  not: victim,
  notAfter: /^[^\n]{0,24}(?:举报|投诉|报警|取证|怎么办|困扰|骚扰|拒绝)/u,
  notBefore:
    /(?:举报|投诉|骚扰|拒绝|他让我|老板让我|领导让我|要求我)[^\n]{0,16}$|(?:同事|他|领导)[^,。]{0,6}给我发[^,。]{0,3}$/u,
}));

const girl = '(?:her|she|him|his|you|your|u|ur|the\\snew\\s\\w{2,14}|that\\s\\w{2,12}|those|dat|them|this)';
const bodyEn =
  '(?:tits|titties|boobs?|boobies|ass|butt|booty|rack|cleavage|pussy|p[*u]ssy|dick|cock|nipples|thighs|melons)';

const en: readonly LookRule[] = [
  [
    'body-en',
    `\\b(?:nice|great|huge|big|fat|hot|sexy|juicy|dat|dem|sweet|fine|perfect|wet)\\s(?:\\w{2,8}\\s)?${bodyEn}\\b(?!\\s(?:move|hole|of|kick|ton|hat))|\\b(?:her|his|your|ur)\\s(?:\\w{2,8}\\s)?(?:tits|boobs?|rack|cleavage|pussy|cock|dick|nipples|ass\\b(?!\\s(?:fired|off|kicked|handed|to\\swork|on\\sthe)))|\\bp[*]ssy\\b`,
  ],
  [
    'act-en',
    `\\b(?:want\\sto|wanna|would|i['’]?d|gonna|let\\sme|could|to|10/10)\\s(?:\\w{2,8}\\s){0,2}?(?:fuck|bang|tap\\sthat|smash\\sthat|bend\\s${girl}|lick\\s${girl}|sleep\\swith|screw|hit\\sthat|rail|breed|nut\\s(?:in|on)|spank|undress)(?:\\s${girl}\\b)?`,
  ],
  [
    'nudes-en',
    '\\bsend\\s(?:me\\s)?(?:nudes?|pics\\sof\\syour|feet\\spics)|\\b(?:trade|swap|exchange|got|have)\\s(?:nudes?|pics,\\sno\\sface|nude\\s\\w{2,8})|\\bnudes\\b|\\bvideo\\sof\\s(?:her|him|them)\\s(?:in\\sthe\\s(?:shower|bathroom)|naked|changing|undress\\w{0,3})|\\bup\\s?skirt',
  ],
  [
    'meet-en',
    '\\b(?:dtf|fwb|nsa\\sfun|hook\\s?up\\s(?:near|tonight|with)|casual\\s(?:hook\\s?up|sex|encounter)|one\\snight\\sstand|looking\\sfor\\s(?:sex|fun\\stonight|a\\shookup)|sugar\\s(?:daddy|baby|mommy)|netflix\\sand\\schill\\?|wanna\\s(?:hook\\sup|cuddle|fuck))\\b',
  ],
  [
    'talk-en',
    `\\b(?:what\\s(?:are\\syou\\swearing|color\\s(?:is|are)\\s(?:your|ur)\\s(?:panties|underwear|bra|thong))|under\\s(?:that|your|her)\\s(?:skirt|dress|blouse|hoodie|shirt)|on\\sher\\sknees|slept\\s(?:her|his)\\sway|sit\\son\\s(?:my|his)\\s(?:lap|face)|(?:she|he)\\sswallows?|does\\s(?:she|he)\\s(?:swallow|take\\sit)|screamer|in\\sbed\\s(?:lol|haha)|jerk(?:ed|ing|s)?\\soff|masturbat\\w{1,4}|so\\shard\\sright\\snow|i['’]?m\\s(?:so\\s)?horny|horny|turns?\\sme\\son|bad\\sgirl|daddy['’]?s\\shome|blow\\s?jobs?|bj\\b|cum\\b|cumming|milf|thicc|smokeshow|doggy\\sstyle|that\\sbend\\sme|peg\\sme|alone\\swith\\sher\\sin|are\\syou\\sa\\svirgin|drooling|yoga\\spants|he['’]?s\\spacking|rub(?:bed)?\\s(?:up\\s)?against\\s(?:her|him)|swap\\swives|you['’]d\\sbe\\sloud|by\\shotness|single\\sand\\snaughty|office\\saffair|pic\\sof\\syour\\sfeet|sexy\\s(?:legs|body|voice|secretary|intern))`,
  ],
].map(([name = '', pattern = '']) => ({
  kind: 'sexual',
  name,
  verdict: 'queue',
  find: rx()`${pattern}`,
  not: victimEn,
  notBefore: /\b(?:said|told|asked|asks|asking|asking\sme|told\sme|demanded|pressured)\b[^.!?\n]{0,20}$/iu,
}));

/** Sexual talk about or to somebody: published and queued. What was done to the author is not. */
export const sexualRules: readonly LookRule[] = [...zh, ...en, ...propositionRules];
