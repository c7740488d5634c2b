import { any, type Rule, rx } from './rule.ts';

const codeName =
  any(`天枢 天玑 天璇 星火 凤凰 麒麟 玄武 北斗 盘古 青龙 白虎 朱雀 鲲鹏 昆仑 天宫 蓝鲸 雷霆 启明 破晓 曙光 飞天 女娲 伏羲 哪吒 悟空 诺亚 青鸾 饕餮
  烛龙 灵犀 长城 珠峰 泰山 火炬 灯塔 方舟 银河 猎鹰 蜂鸟 雪豹 极光 彩虹 天狼 太极 混沌 觉醒 萌芽 春笋 登月 深蓝 橙子 黑马`);
const work = '(?:项目|计划|系统|平台|工程|行动|中台|引擎|专项)';
const post = any(
  '负责人 助理 秘书 主席 主播 专员 委员 书记 发言人 班长 站长 主编 总编 出纳 译员 翻译 讲师 培训师 司机',
);
const enPost = `(?:lead|manager|head|director|owner|architect|DBA|admin|administrator|recruiter|counsel|accountant|translator|nurse|chef|librarian)`;
const known = /^(?:ISO|RFC|UTF|SHA|CVE|IEEE|AES|COVID|GB|GBT|MD|HTTP|TLS|USB|GPT|WIN|HR|KPI|PM|ES|CET)-?/i;
const software =
  /^(?:Python|Java|Windows|Vue|React|Node|Angular|Swift|Kotlin|Rust|Postgres|Chrome|Android|Version|Debian|Ubuntu|Django|Spring|Next|Kubernetes|Office|Excel|Revision|Section|Chapter|Part|HTTP)\s/i;

/** What only few work at: projects by name, rare duties. */
export const duty: readonly Rule[] = [
  {
    kind: 'project',
    find: rx()`[「“"『《]?(?:${codeName})[」”"』》]?(?:芯片|新)?(?:${work}|[一二三四五六\d]{1,2}期)`,
  },
  {
    kind: 'project',
    find: rx()`[「“"『《][\p{Script=Han}a-z\d]{1,10}[」”"』》]\s?(?:${work}|[一二三四五六\d]{1,2}期|芯片|适配)`,
  },
  {
    kind: 'project',
    find: rx()`(?:代号|内部代号|项目名|代码名)[是为叫:]?\s?[「“"『]?[\p{Script=Han}a-z\d]{1,10}[」”"』]?`,
  },
  {
    kind: 'project',
    find: rx('gu')`(?<![A-Za-z\d\-])[A-Z]{2,8}-\d{3,6}(?![\d\-])`,
    keep: (words) => !known.test(words),
  },
  { kind: 'project', find: rx('gu')`\b(?:INC|CHG|REQ|TASK|BUG|STORY)\d{5,9}\b` },
  {
    kind: 'project',
    find: rx(
      'gu',
    )`\b(?:[Pp]roject|[Oo]peration|[Ii]nitiative|[Cc]ode\s?name[d:]?)\s[“"]?[A-Z][A-Za-z\d]{2,20}[”"]?`,
    keep: (words) => !/\s(?:Manager|Management|Managers|Lead|Owner)$/.test(words),
  },
  {
    kind: 'project',
    find: rx(
      'gu',
    )`\b[Tt]he\s[A-Z][a-z]{3,15}\s(?:migration|rewrite|project|program|initiative|launch|rollout|integration|team)\b`,
    keep: (words) =>
      !/\s(?:Christmas|Cloud|English|Chinese|American|European|Android|Windows|Python|Java|Kubernetes)\s/.test(
        words,
      ),
  },
  {
    kind: 'project',
    find: rx('gu')`[“"][A-Z][a-z]{3,15}[”"](?=\s(?:launch|project|program|release|team|migration))`,
  },
  { kind: 'project', find: rx('gu')`\b[A-Z][a-z]{3,15}\sv\d{1,2}\b`, keep: (words) => !software.test(words) },

  {
    kind: 'role',
    find: rx()`(?:[a-z]{2,10}|[\p{Script=Han}]{2,6})\s?(?<!项目|公司|部门|相关|主要|直接|找|是|各|业务|现场|活动|店|他们|我们)(?:${post})(?!们|说|电话|在哪|吗|岗|是谁)`,
    near: /我|换了|的不能|知道|唯一|砍|都是|出身|第一|名单|这个岗位/u,
    not: /什么是|如何|怎么当|考|你/u,
  },
  {
    kind: 'role',
    find: rx()`我(?:是|做|当)(?:个|了)?(?<h>前台|行政|出纳|会计|法务|内审|审计|合规|公关|食堂|保安|司机|厨师|文员|采购|工会|党办|总裁办|董办|速记|同传|校对)(?!的?问题|还是)`,
  },
  { kind: 'role', find: rx()`(?:我|我们)?(?:专门|独立|独自|一个人|单独)负责[\p{Script=Han}a-z\d]{2,12}` },
  {
    kind: 'role',
    find: rx()`(?:做|搞|管|写)(?<h>[\p{Script=Han}a-z\d]{2,12})的(?=就那?么?几|没几个|全公司就|只有|总共就|一共就|就我)`,
  },
  {
    kind: 'role',
    find: rx()`\b(?:I'm|I\sam|as|I\swas)\s(?<h>(?:the|our|their)\s(?:only\s)?(?:[a-z\d]{2,14}\s){1,2}${enPost})\b`,
    notAfter: /^\s(?:of\sthis\sthread)/,
  },
  {
    kind: 'role',
    find: rx()`\b(?:our|the)\s(?:only|sole|one)\s(?:[a-z\d]{2,14}\s){0,2}(?:${enPost}|engineer|designer|tester|writer|lawyer)\b`,
  },
  { kind: 'role', find: rx()`\bthe\s(?:[a-z\d]{2,14}\s){1,2}lead(?=\s(?:was|is|here|left|got)\b|,)` },
  {
    kind: 'role',
    find: rx()`\b(?:I'm|I\sam|as)\s(?:the\s)?(?<h>head\sof\s[a-z]{3,14}|(?:ceo|cto|cfo|coo|vp)'?s?\s(?:assistant|chief\sof\sstaff|driver))`,
  },
  {
    kind: 'role',
    find: rx()`\b(?:ceo|cto|cfo|coo)'?s?\s(?:assistant|chief\sof\sstaff|driver)(?=\shere)|\bhead\sof\s[a-z]{3,14}(?=\shere)`,
  },
  {
    kind: 'role',
    find: rx()`\b(?:union\srep|shop\ssteward|works\scouncil(?:\smember)?|ombudsman|receptionist|office\smanager|night\sshift\slead)(?=\shere|,\s)`,
  },
  {
    kind: 'role',
    find: rx()`\bI\s(?<h>(?:run|own|maintain|administer|operate|built|wrote)\s(?:the|our)\s(?:whole\s|entire\s)?[a-z]{3,15}\s(?:system|scheduler|pipeline|platform|service|database|cluster|tool|process|stack|app))\b`,
  },
  // Looser cues.
  {
    kind: 'project',
    find: rx()`[「“"『《][\p{Script=Han}]{2,6}[一二三四五六七八九]号[」”"』》]|(?:内部|对内|我们)叫(?<h>[「“"『]?[\p{Script=Han}a-z\d]{2,8}[」”"』]?)(?=的)`,
  },
  {
    kind: 'project',
    find: rx()`(?:^|(?<=[,。\s做的跟]))[\p{Script=Han}]{2}项目(?=验收|黄了|延期|被砍|停了|没了|烂尾|的人)`,
    keep: (words) =>
      !/^(?:这个|那个|新的|整个|我们|公司|部门|什么|每个|客户|开源|重点|核心|边缘|外包|创新|研发|一个|别的|有的|所有|手上|线上|当年|老板)/u.test(
        words,
      ),
  },
  {
    kind: 'project',
    find: rx()`[a-z]{2,8}\s?[\p{Script=Han}]{0,4}(?:国产化|替换|迁移|割接|重构|改造)(?:替换|项目)?`,
    near: /我(?!们觉得)|负责|一个人/u,
  },
  {
    kind: 'project',
    find: rx(
      'gu',
    )`\b(?:shipped|launched|killed|cancelled|sunset|own|built|delivered|rescued)\s(?<h>[A-Z][a-z]{3,14}(?:\s\d(?:\.\d)?)?)\b(?!\s(?:for|products))`,
    near: /\bI\b|\bwe\b|\bmy\b|they|I'm/i,
    keep: (words) =>
      !/^(?:Google|Slack|Excel|Windows|Christmas|Twitter|Skype|Teams|Python|Stadia|Angular|React)/.test(
        words,
      ),
  },
  {
    kind: 'project',
    find: rx(
      'gu',
    )`\b(?:[Tt]he\s)?[A-Z][a-z]{3,14}\s(?:rollout|cutover|go-live|relaunch)\b|(?<=^|[.!?]\s)[A-Z][a-z]{4,14}(?=\sis\s(?:dead|late\sagain|cancelled|killed|over\sbudget)\b)`,
    keep: (words) =>
      !/^(?:Remote|Innovation|Chivalry|Everything|Nothing|Email|Agile|Scrum|Morale|Trust|Loyalty|Slack|Windows|Vista|Flash|Retail|Print|Payroll|Lunch|Dinner|Someone|Everybody|Summer|Winter|Spring|Autumn|Tech)/.test(
        words,
      ),
  },
  {
    kind: 'role',
    find: rx()`[\p{Script=Han}]{2,6}(?:岗位|岗)(?=就我们?|撤|没了|只有|砍|换)`,
    notBefore: /(?:多少|各|很多|不少)$/u,
    keep: (words) => !/叫我|回来|我的|这个|那个/u.test(words),
  },
  {
    kind: 'role',
    find: rx()`我(?:是)?(?:管|开|修|守|押|看)(?:着)?(?<h>(?:钥匙|公章|印章|机房|档案|仓库|锅炉|电梯|食堂|车队|班车|门禁|监控|保险柜|账本|实验室|动物房)[\p{Script=Han}]{0,4})`,
  },
  {
    kind: 'role',
    find: rx()`(?:做|干|搞|学)(?<h>[\p{Script=Han}]{3,10})的(?=,?(?:在这里?)?(?:没人|就几个|没几个|全国))|[\p{Script=Han}]{2,4}(?:翻译|负责人|同传|化验员|调度员)(?=岗|换人|就我)`,
  },
  {
    kind: 'role',
    find: rx()`\b(?:I'm\s(?:the\s|a\s)?|as\s(?:the\s|a\s)?)(?<h>(?:[a-z]{3,12}\s){1,2}(?:pharmacist|translator|interpreter|chef|driver|janitor|guard|secretary|librarian|paralegal|dispatcher|archivist|curator|chaplain|midwife|actuary|geologist|nurse|welder|pilot|electrician|registrar|treasurer))\b`,
  },
  {
    kind: 'role',
    find: rx()`\bI\s(?<h>(?:drive|look\safter|guard|clean|cook|translate|book|sign|keep|handle|print)\s(?:the|our|all)\s(?:[a-z']{2,12}\s){0,2}(?:shuttle|calendar|keys|safe|payroll|travel|flights|visas|books|badges|contracts|minutes|bus|van|kitchen|archive))\b`,
  },
  {
    kind: 'role',
    find: rx()`(?<=^|[.!?]\s|I'm\s|the\s)(?:deputy|assistant|acting|interim)\s(?:head|manager|director|chief)\s(?:of\s(?:the\s)?[a-z]{2,12})?`,
  },
];
