import { any, type Rule, rx } from './rule.ts';
import { enNumber, zhNumber } from './words.ts';

const zhCar =
  any(`Model\\s?[3YSX] 思域 雅阁 凯美瑞 卡罗拉 高尔夫 帕萨特 迈腾 宏光 特斯拉 宝马 奔驰 奥迪 保时捷 法拉利 玛莎拉蒂 路虎 迈巴赫 雷克萨斯 沃尔沃 比亚迪 汉 唐 秦
  理想\\s?L?\\d? 小鹏\\s?[PGX]?\\d? 蔚来(?:\\s?E[ST]\\d)? 问界\\s?M?\\d? 极氪\\d{0,3} 小米SU7 SU7 五菱 mini 牧马人 坦克\\d{0,3} 哈雷 摩托车? 滑板车? 平衡车 电动滑板车
  电动车 电瓶车 折叠车 自行车 公路车 独轮车 小牛 跑车 皮卡 房车 面包车`);
const colour = any('白色 黑色 红色 蓝色 绿色 黄色 橙色 粉色 银色 灰色 紫色 香槟色 金色 哑光黑');
const enCar =
  any(`Civic Accord Corolla Camry Prius Bronco Mustang Wrangler Jeep Tesla Model\\s?[3YSX] Cybertruck BMW Audi Mercedes Porsche
  Ferrari Lambo Volvo Subaru Outback Mazda Miata Golf Beetle Fiat Mini Cooper F-150 Rivian Bolt Leaf Vespa Harley Ducati
  car truck van bike e-bike scooter motorcycle motorbike unicycle skateboard minivan convertible pickup moped`);
const enColour = any(
  'red orange yellow green blue purple pink white black silver gr[ae]y gold brown teal matte\\sblack lime',
);
const zhKin =
  '(?:爸|妈|爸爸|妈妈|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|丈夫|妻子|岳父|岳母|公公|婆婆|我哥|我姐|我弟|我妹)';
const zhChild = '(?:孩子|女儿|儿子|闺女|娃|宝宝|老大|老二|二宝|大宝)';

/** What is known of somebody outside of work: family, what they come in. */
export const home: readonly Rule[] = [
  {
    kind: 'family',
    find: rx()`(?:怀孕|孕期|怀了)(?:了|第)?\s?${zhNumber}?(?:个?多?月|周)?`,
    near: /我(?!们)|怀孕\s?\S{1,4}(?:月|周)|全组/u,
    not: /怀孕的?(?:员工|同事|女)|吗/u,
  },
  { kind: 'family', find: rx()`双胞胎|龙凤胎|三胞胎|试管婴儿|做试管|保胎|流产`, not: /吗$|测试环境/u },
  {
    kind: 'family',
    find: rx()`(?:[二三]胎|头胎)(?:产假|刚|出生|满月)?|(?:休|完|的|刚)(?:陪)?产假(?:回来|刚|结束)|产假(?:回来|结束|期间|没休完)`,
    not: /吗|政策|鼓励|放开/u,
  },
  {
    kind: 'family',
    find: rx()`我?(?:老婆|老公|对象|女朋友|男朋友|媳妇|媳妇儿)(?:也|都)?(?:在|是)(?:这|我们|同|一个|隔壁|公司)[\p{Script=Han}]{0,4}`,
  },
  {
    kind: 'family',
    find: rx()`(?:刚|上周|上个月|去年|今年)(?:领证|结婚|离婚|离的婚|生完)|我(?:的)?(?:离婚|离异|丧偶|再婚)|(?:单亲|离异|丧偶)(?:妈妈|爸爸|母亲|父亲|带)`,
    not: /的?员工|吗$/u,
  },
  {
    kind: 'family',
    find: rx()`${zhChild}(?:刚|才|今年|明年|马上|发烧|生病|住院|出生|满月|中考|高考|没人带|做手术|确诊|一岁|[一二三四五六七八九十\d]{1,2}岁)(?:上|满|读|出生|中考|高考|会走路)?[\p{Script=Han}\d]{0,4}`,
    not: /各位|大家|怎么平衡/u,
  },
  {
    kind: 'family',
    find: rx()`(?:我|家里)[^,。]{0,2}?${zhKin}(?:刚|才|又|突然)?(?:住院|去世|走了|病危|做手术|手术|癌|中风|化疗|过世|确诊|生病)`,
  },
  {
    kind: 'family',
    find: rx()`\b(?:${enNumber}\s(?:months|weeks)\s)?pregnant\b`,
    near: /\bI\b|I'm|months|weeks|\bonly\b|\bmy\b|\bme\b/i,
    not: /\b(?:someone|women|anyone|people|employees|colleagues?)\b/i,
  },
  { kind: 'family', find: rx()`\b(?:twins|triplets)\b`, notAfter: /^\s(?:city|of)/i, not: /digital/i },
  {
    kind: 'family',
    find: rx()`\b(?:back|returned|came\sback|return|fresh)\s(?:\w{1,6}\s)?from\s(?<h>(?:my\s)?(?:maternity|paternity|parental|bereavement)\sleave)\b|\b(?:my|during\smy|on\smy)\s(?:maternity|paternity|parental|bereavement)\sleave\b`,
  },
  {
    kind: 'family',
    find: rx()`\b(?:I'm\sa\s)?single\s(?:mom|mum|mother|dad|father|parent)\b`,
    near: /\bI\b|I'm|here|\bme\b|\bas\b/i,
  },
  {
    kind: 'family',
    find: rx()`\b(?:my|our)\s(?:wife|husband|partner|spouse|boyfriend|girlfriend|fianc[ée]e?)\s(?:also\s)?(?:works?|is|was|got|has|had|left|lost|in)\b(?:\s(?:there|here|too|at\s\w{1,20}))?(?:\stoo)?`,
  },
  {
    kind: 'family',
    find: rx()`\b(?:my|our)\s(?:(?:newborn|little|older|younger|${enNumber}[\s\-](?:year|month)[\s\-]old)\s)?(?:daughter|son|newborn|toddler|baby|kid)\b`,
    not: /\bproject\sis\b|you/i,
  },
  {
    kind: 'family',
    find: rx()`\b(?:my|our)\s(?:dad|mom|mum|father|mother|brother|sister|grand(?:ma|pa|mother|father)|uncle|aunt)\s(?:just\s)?(?:passed(?:\saway)?|died|is\s(?:sick|dying|in)|was\s(?:sick|dying|in|diagnosed)|had|has)\b`,
  },
  {
    kind: 'family',
    find: rx()`\bgoing\sthrough\sa\sdivorce\b|\b(?:my|after\smy|during\smy)\s(?:divorce|wedding|miscarriage|IVF|chemo|cancer|surgery|custody)\b|\bIVF\b`,
  },
  {
    kind: 'family',
    find: rx()`\b(?:our|my)\s(?:first|second|third|fourth)\s(?:baby|child|kid|son|daughter)\b`,
  },

  {
    kind: 'vehicle',
    find: rx()`(?:我开的?|我的|我那辆|我骑的?|开着|我开着|他的|她的|老板的?|领导的?)(?:是)?[^,。]{0,2}?(?<h>(?:${colour})\s?(?:${zhCar})|(?:${zhCar})(?=被|停|全|都|就))`,
  },
  {
    kind: 'vehicle',
    find: rx()`(?:新提了?|提了|新买了?|换了)(?:一?辆|台)?(?<h>(?:(?:${colour})\s?)?(?:${zhCar}))`,
    near: /老板|领导|总|我|他|主管/u,
  },
  {
    kind: 'vehicle',
    find: rx()`(?:骑|踩|滑)(?:着|个|辆)?(?<h>(?:(?:${colour})\s?)?(?:${zhCar}))[^,。]{0,4}(?:上班|来|通勤|进园区)`,
    near: /就我|我|只有/u,
  },
  { kind: 'vehicle', find: rx()`(?:那辆|这辆|一辆)(?<h>(?:${colour})\s?(?:${zhCar}))` },
  {
    kind: 'vehicle',
    find: rx()`\b(?:my|his|her)\s(?<h>(?:old\s|new\s|tiny\s|beat\sup\s)?${enColour}\s${enCar})\b`,
  },
  {
    kind: 'vehicle',
    find: rx()`\b(?:I\s(?:drive|ride|bike|park)|drives|rides|I\scome\sin\son|I\scommute\s(?:on|in|by))\s(?<h>(?:the|an?|my)\s(?:${enColour}\s)?${enCar})\b`,
    notAfter: /^\s(?:crazy|to\swork\severy)/i,
    keep: (words) => !/^(?:the|a|an|my)\s(?:car|bike)$/i.test(words),
  },
  // Looser cues.
  {
    kind: 'family',
    find: rx()`夫妻(?:俩|双双|两个?人?|二人)(?:都|同时|一起)?(?:在|被)[\p{Script=Han}]{0,2}|(?:[两三四]|\d)个(?:孩子|娃|女儿|儿子|宝宝)`,
    not: /大家|各位|吗/u,
  },
  {
    kind: 'family',
    find: rx()`(?:我的?|自己的?)?(?:婚礼|订婚宴|婚假|丧假|葬礼|奔丧|坐月子|哺乳期|试管|备孕|产检|保胎假)(?:打针|当天|那天|期间|回来|刚|被)`,
    not: /吗|几天|规定/u,
  },
  {
    kind: 'family',
    find: rx()`(?:老家|家中|家里|我家|那天|当天|正赶上)[^,。]{0,3}?${zhKin}(?:刚|又|突然)?(?:住院|去世|走了|病危|做?手术|癌|中风|化疗|过世|确诊|生病|摔了)`,
  },
  {
    kind: 'family',
    find: rx()`\b(?:with\s)?${enNumber}\s(?:kids|children|daughters|sons|toddlers)\b`,
    near: /\b(?:I|me|my|and|with|have)\b|I'm/i,
    not: /\b(?:school\sof|class|movie|other\speople)\b/i,
  },
  {
    kind: 'family',
    find: rx()`\bwidow(?:ed|er)?\b|\b(?:baby|twins?|we're|I'm|kid)\s(?:is\s|are\s)?(?:due|coming|expected)\sin\s(?:\w{3,9})\b|\bdue\sin\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b`,
    not: /\b(?:report|deck|project|taxes|rent|payment|back)\b/i,
  },
  {
    kind: 'vehicle',
    find: rx(
      'gu',
    )`\b[Mm]y\s(?:old\s|new\s)?(?:Harley|Porsche|Tesla|Vespa|Ferrari|Jeep|Bronco|Mustang|Ducati|Miata|Prius|Rivian|Cybertruck|Corvette|Camaro|Brompton)\b`,
  },
  {
    kind: 'vehicle',
    find: rx()`\b(?:the|an?)\s(?<h>(?:${enColour}|rusty|vintage)\s${enCar})\b`,
    near: /\bme\b|mine|\bI\b|that's/i,
  },
  {
    kind: 'vehicle',
    find: rx()`\b(?:recumbent|cargo|folding|penny[\s\-]farthing|tandem)\s?(?:bike|bicycle)?\b`,
    near: /\bI\b|\bmy\b/,
  },
  {
    kind: 'vehicle',
    find: rx()`(?:一辆|那辆|这辆|我的)(?<h>(?:二手|老款|改装|${colour})(?:的)?(?:${zhCar}|[\p{Script=Han}A-Z\d]{2,4}))(?=$|[,。是停被])`,
  },
  { kind: 'vehicle', find: rx()`(?<h>(?:${colour})(?:${zhCar}|[\p{Script=Han}]{2,3}))(?=是我的)` },
];
