import { any, type Rule, rx } from './rule.ts';

const surname =
  '[王李张高刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐梅庄涂祝耿詹关]';
const double = any('欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 端木');
/** Characters that given names are made of; a word that only begins with a surname has others. */
const given =
  '[伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红鹏辉志建国海燕俊峰晓东宇浩然子轩涵梓欣怡佳琪思雨嘉婷雪梅玲丹莉萍颖琳倩瑶晨阳飞翔龙凯旭斌波鑫健振文博远航毅鸿昊睿哲诚信仁义礼智春秋冬夏云霖琦璐珊珍珠翠凤仙香菊莲荣昌盛福禄寿喜庆祥瑞康宁安泰亮光耀晖炜煜焕炎烨彬楠森林松柏桐梁栋川江河湖洁淑慧贤良善美丹青卫民权爱德才学武斐雯雁露菲蕾薇娇媛婉姗姝妍嫣卿成立新天豪勋骏逸宏帆岩钧铭鸣朗悦可艺依诗雅菁芸芝莎娥媚妮家景泽皓昕晗奕弘彦承祖绍继世显少元书卓凌乐琛瑜璇玥玮珂钰锋力胜利根生贵富友忠勤敬恩惠珺蓉蓓苗茜茹荷萱芷若语凝双亦初念凡尚珉圆颜贝露曼敬]';
const zhTitle =
  '(?:总(?!结|是|之|体|部|共|算|得|会|要|有|能|在|觉|想|和|量|分|价|额|数|监|裁|经|包)|总监|总裁|副总|总经理|经理|主管|主任|董事长|董(?!事)|工(?!作|资|人|程|厂|位|时|具|号|会|龄|序|期|商|业|地)|姐|哥(?!们)|老师|处长|处(?!理|于|境|分)|局长|书记|部长|院长|博士|组长|科长|秘书|老板|律师|教授)';
const zhCue =
  '(?:老板|主管|领导|经理|HRBP|HR|hrbp|hr|VP|CEO|CTO|CFO|COO|总监|总裁|组长|leader|Leader|导师|mentor|大老板|二老板|同事|书记|主任|面试官|人事|一把手|二把手|负责人|老大|店长|校长|院长|护士长|班主任)(?:就?是|叫|名叫|:)?\\s?';
const famous =
  /^(?:任正非|马化腾|刘强东|张一鸣|李彦宏|黄仁勋|余承东|俞敏洪|董明珠|雷军|马云|王兴|张朝阳|周鸿祎|罗永浩|李开复|王健林|许家印|丁磊|曹德旺|钟睒睒|黄峥|陈睿|程维|张勇|李嘉诚|贾跃亭)/u;
const firstNames =
  any(`James John Robert Michael Bill David Richard Joseph Thomas Tom Charles Chris Christopher Daniel Dan Matthew Matt
  Anthony Tony Mark Donald Steven Steve Paul Andrew Andy Joshua Josh Kenneth Ken Kevin Brian George Edward Ed Ronald Timothy
  Tim Jason Jeffrey Jeff Ryan Jacob Gary Nick Nicholas Eric Jonathan Jon Stephen Larry Justin Scott Brandon Ben Benjamin Sam
  Samuel Greg Gregory Frank Alex Alexander Patrick Pat Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Doug Douglas Zach
  Peter Kyle Walter Ethan Jeremy Carl Keith Roger Sean Mary Patricia Jennifer Jen Linda Elizabeth Liz Barbara Susan Sue Jessica
  Jess Sarah Sara Karen Nancy Lisa Betty Margaret Sandra Ashley Kimberly Kim Emily Donna Michelle Carol Amanda Melissa Deborah
  Stephanie Rebecca Becky Laura Sharon Cynthia Kathleen Kathy Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha
  Katherine Kate Christine Debra Rachel Carolyn Janet Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren
  Christina Joan Evelyn Megan Andrea Cheryl Hannah Grace Lily Priya Anil Rahul Amit Ravi Raj Sanjay Vijay Deepak Neha Anjali
  Pooja Suresh Ramesh Arjun Rohan Ankit Wei Ming Li Jing Yang Hao Jun Xin Ying Fang Ahmed Mohammed Ali Omar Fatima Hassan
  Carlos Juan Luis Miguel Jorge Ana Sofia Lucia Pedro Diego Pablo Hans Klaus Jürgen Stefan Anders Lars Ingrid Pierre Jean
  Luca Marco Giulia Ivan Dmitri Olga Natasha Tina Helen Gordon Deepika Tomasz Lukas Felix Max Oliver Oscar Leo Noah Liam Lucas Mia Zoe Chloe Ella Amelia Isla Freya Poppy
  Claire Fiona Moira Siobhan Niamh Declan Liam Callum Ewan Hamish Graham Trevor Nigel Clive Derek Simon Gavin Stuart Ian Neil
  Kavya Shreya Divya Lakshmi Meera Nisha Sunita Vikram Karthik Manish Nikhil Siddharth Aditya Sandeep Rajesh Mahesh Ganesh
  Piotr Pawel Katarzyna Agnieszka Jan Marek Radek Jakub Vlad Igor Sergei Andrei Elena Irina Svetlana Bogdan Mihai Ioana
  Mateo Santiago Camila Valentina Isabel Fernando Ricardo Eduardo Rafael Gabriel Thiago Paulo Joao Beatriz Mariana
  Chen Xiao Lei Bo Yan Jie Hui Rui Kai Tao Yuki Hiroshi Kenji Akira Min-jun Ji-woo`);
const famousAbroad =
  /^(?:Elon|Steve\sJobs|Sam\sAltman|Mark\sZuckerberg|Ben\sHorowitz|Bill\sGates|Tim\sCook|Jeff\sBezos|Larry\s(?:Page|Ellison)|Henry\sFord|Jack\sMa|Donald\sTrump|Paul\sGraham|Adam\sSmith|Adam\sGrant|Simon\sSinek|Peter\sThiel|Jack\sDorsey|Jensen)/;
const notName =
  '(?!(?:The|This|That|It|And|But|So|On|In|At|I|Is|Was|We|They|He|She|If|My|Our|Not|No|HR|Or|As|Monday|Friday|PIP|Slack|Teams|Senior)\\b)';

/** People by name. Public figures are everybody's. */
export const people: readonly Rule[] = [
  {
    kind: 'name',
    find: rx()`(?<![\p{Script=Han}]{0,1}[副老])(?:[小大老]?(?:${double}|${surname})(?:[小大])?${zhTitle})(?![结])`,
    keep: (words) =>
      !/^(?:高工|方总|成总|向总|安总|文总|关总|常总|施工|武工|金工|段工|易处|任务|关处|何处|石总|[小大老]?(?:白|金|文|成|方|万|时|高)(?:领|经))/u.test(
        words,
      ),
  },
  {
    kind: 'name',
    find: rx()`(?:${double})${given}{1,2}|(?:${surname})${given}{2}(?=[^\p{Script=Han}]|一来|天天|说|负责|的组|带|开会|总|老师|把|让|就|又|给|是|在|的都|手下|这|那|上台|跟|和|离职|走)`,
    notBefore: /(?:公司|大学|路|街|市|省|县|区)$/u,
    keep: (words) => !famous.test(words),
  },
  {
    kind: 'name',
    find: rx()`${zhCue}(?<h>(?:${double}|${surname})${given}{1,2})(?![\p{Script=Han}])`,
    keep: (words) => !famous.test(words),
  },
  {
    kind: 'name',
    find: rx()`${zhCue}(?<h>(?:${double}|${surname})${given}{1,2})(?=天天|约谈|一来|的|说|让|把|又|就|带|找|给|在|和|跟|这|手下|不|从来)`,
    keep: (words) => !famous.test(words),
  },
  {
    kind: 'name',
    find: rx()`(?:向|跟着|跟|找|叫|@)(?<h>(?:${double}|${surname})${given}{2})`,
    keep: (words) => !famous.test(words),
  },
  {
    kind: 'name',
    find: rx('gu')`(?<![A-Za-z])(?:${firstNames})\s?${surname}(?![\p{Script=Han}]{0,1}[法案序级])`,
  },
  {
    kind: 'name',
    find: rx('gu')`(?:老板|主管|领导|leader|VP|HRBP|总监|组长)(?:是|叫)?\s?(?<h>${firstNames})(?![a-z])`,
  },
  {
    kind: 'name',
    find: rx(
      'gu',
    )`\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sister|Nurse|Father|Captain|Coach|Professor)\.?\s[A-Z][A-Za-z'\-]{1,15}(?:\s[A-Z][a-z'\-]{1,15})?`,
  },
  {
    kind: 'name',
    find: rx(
      'gu',
    )`\b(?:[Mm]anager|[Bb]oss|[Ll]ead|VP|SVP|[Dd]irector|CEO|CTO|CFO|COO|HRBP|HR|[Ss]kip|[Rr]ecruiter|[Ss]upervisor|[Mm]entor|[Cc]olleague|[Rr]eporting\sto|[Uu]nder|named|called),?\s(?<h>${notName}[A-Z][a-z]{1,14}(?:\s${notName}[A-Z]'?[A-Za-z]{1,14})?)\b(?!\s(?:office|site|team|campus|floor))`,
    keep: (words) => !famousAbroad.test(words),
  },
  {
    kind: 'name',
    find: rx('gu')`\b(?:${firstNames})\s${notName}[A-Z]'?[A-Za-z][a-z]{1,14}\b`,
    keep: (words) =>
      !famousAbroad.test(words) && !/^(?:Mark|Grace|Frank|Bill|Pat)\s(?:My|Under|The)/.test(words),
  },
  // Looser cues: a name behind “called”, two capital words that do what people do.
  {
    kind: 'name',
    find: rx()`(?:[他她]叫|名叫|名字叫|名字是|大名)(?<h>(?:${double}|${surname})[\p{Script=Han}]{1,2})(?=$|[,。!\s])`,
    keep: (words) => !famous.test(words),
  },
  {
    kind: 'name',
    find: rx(
      'gu',
    )`(?<![A-Za-z]\s|[A-Za-z])${notName}(?!(?:Menlo|Mountain|Palo|Santa|New|San|Los|Las|Hong|Tel|Black|Big|Human|Silicon|Wall|Human|Product|Project|Operation|Team|Great|Good)\s)[A-Z][a-z]{2,12}\s[A-Z][a-z]{2,14}(?=\s(?:runs|said|says|told|took|approved|signed|signs|called|calls|gave|wrote|cried|asked|fired|promised|denied|blamed|screamed|yelled|hired|manages|leads|lied|sent)\b)`,
    keep: (words) => !famousAbroad.test(words),
  },
  {
    kind: 'name',
    find: rx(
      'gu',
    )`(?<![A-Za-z]\s)${notName}[A-Z][a-z]{2,12}\s(?:in|from)\s(?:procurement|finance|legal|marketing|sales|payroll|accounting|ops|security|compliance|facilities)\b`,
    keep: (words) =>
      !/^(?:People|Someone|Everyone|Nobody|Folks|Guys|Friends|Half|Work|Working|Life|Jobs|Roles)\s/.test(
        words,
      ),
  },
];
