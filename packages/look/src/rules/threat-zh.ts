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
const reported =
  /(?:[他她]|领导|老板|主管|同事|有人|经理|对方|上司|hr)[^,。]{0,8}(?:说|骂|威胁|喊|吼|恐吓|扬言)/u;

/** Threats in Chinese. */
export const threatZh: readonly LookRule[] = [
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
    name: 'end-zh',
    verdict: 'block',
    find: rx()`(?:送|让|叫|打)${you}${part}{0,4}?(?:上西天|归西|见阎王|见上帝|下地狱|进火葬场|进棺材|进太平间|人间蒸发|断子绝孙|变残废|满地找牙|脑袋开花|头破血流|脑浆)|打得${you}${part}{0,4}(?:满地找牙|爬不起来|妈都不认)|${you}(?:死定了|活不了(?:几天|多久)|活到头了)|(?:弄|砍|打)不死${you}|(?:让|叫)${you}${part}{0,6}(?:见不到|活不到)|不把${you}${part}{0,8}(?:打|砍|弄|拆|撕)|(?:一|几)(?:板砖|棍子|锤子|刀|枪|巴掌|脚|拳)${part}{0,2}(?:拍|打|砍|捅|踹|崩)死?${you}|小心${you}的?(?:手指|脑袋|腿|狗头|脖子|舌头)|给${you}${part}{0,6}(?:放(?:点|放)?血|来(?:一|两|几)(?:刀|枪|棍|锤)|上(?:一|几)刀|开瓢|收尸)`,
    not: /我(?:们)?死定了|老板|游戏|季度/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'found-zh',
    verdict: 'block',
    find: rx()`(?:找到|逮到|碰到|抓到|堵到)${you}[^。!！\n]{0,8}${body}[^。!！\n]{0,8}(?:敲|割|剁|拧|砍|卸|打断|掰|拔)|(?:天台|楼顶|楼上|窗户|阳台)${part}{0,3}把?${you}(?:推|扔|踹|丢)下|把${you}从${part}{0,6}(?:推|扔|踹|丢)下`,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'at-home-zh',
    verdict: 'block',
    find: rx()`(?:去|到|上)${you}(?:的)?(?:家|出租屋|宿舍|单位|老家|门口)${part}{0,4}(?:放火|泼|砸|砍|杀|点火|弄|堵)|(?:在|到)${you}(?:的)?(?:家|小区|公司|单位|楼下|门口)${part}{0,6}(?:蹲|堵|守|等)(?:着|你|好)`,
    not: /快递|外卖|接你|朋友|同学|面试/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'armed-zh',
    verdict: 'block',
    find: rx()`(?:我|老子|爷)${part}{0,4}(?:有|带|拿|揣|备|买)(?:了|着|好)?(?:一)?(?:把|桶|根|包)?${part}{0,4}(?:砍刀|菜刀|刀(?![架具客])|开了刃|家伙|枪(?!战)|汽油|炸药|锤子|铁棍)[^。!！\n]{0,14}(?:${you}|等|见|公司|大堂|工位)|(?:我|老子|爷)(?:砍|杀|捅)过?(?:人|个人)(?:不眨眼|的)?[^。\n]{0,8}(?:试试|${you}|不怕)`,
    not: /厨房|做饭|砍需求|游戏|快递/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'kin-watched-zh',
    verdict: 'block',
    find: rx()`${you}(?:家)?(?:的)?(?:闺女|姑娘|小孩|孩子|儿子|女儿|老婆|老妈|爸妈|家人)[^。!！\n]{0,16}(?:拍下来|跟着|盯着|跟过|认得|门儿清|小心|别出事)|${you}住${part}{0,10}(?:门儿清|我清楚|我知道|打听到)`,
    not: /生病|发烧|请假|医院|祝/u,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'maimed-zh',
    verdict: 'block',
    find: rx()`不想[^,。\n]{0,6}(?:残疾|残废|缺胳膊|断腿|断手|坐轮椅|躺医院|收尸|出事)[^。\n]{0,4}(?:就|赶紧|趁早|最好)|(?:嘴|舌头|手)${part}{0,6}(?:缝上|割掉|剁掉|割了|剁了)[^。\n]{0,4}(?:我来|信不信|试试)?(?<=我来|信不信|试试)`,
    near: /你|帖|删/u,
  },
  {
    kind: 'threat',
    name: 'gang-zh',
    verdict: 'block',
    find: rx()`(?:叫|找|喊|约)了?(?:人|兄弟|几个人)[^,。\n]{0,6}(?:等|堵|弄|收拾|砍|打)(?:着)?${you}`,
    notBefore: reported,
  },
  {
    kind: 'threat',
    name: 'vague-zh',
    verdict: 'queue',
    find: rx()`(?:走夜路|出门|${you})${part}{0,3}小心点|有${you}好看|等着瞧|走着瞧|给我等着|收拾${you}|(?:弄|整|搞)死?${you}(?:信不信|试试)?|后果自负|别怪我不客气|让${you}知道厉害|人肉${you}|查到${you}|${you}最好识相|${you}给我小心|付出代价|有种(?:报上名|出来|下来|别跑)|线下(?:聊聊|碰碰|见真章)|混不下去|落我手里|抽你|削你|看我不[^,。]{0,3}你`,
    not: /快递|逾期|规则|公告/u,
  },
];
