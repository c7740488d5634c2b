import { any, type Rule, rx } from './rule.ts';
import { zhNumber } from './words.ts';

const zhTitle =
  any(`高级总监 副总监 总监 高级专家 资深专家 首席专家 专家 副总裁 高级副总裁 总裁 首席科学家 首席 研究员 主任工程师 高级工程师 资深工程师
  高级架构师 架构师 高级经理 资深经理 副总经理 总经理 合伙人 科长 处长 高工 主管 正处 副处`);
const enTitle = `(?:(?:Senior|Sr\\.?|Staff|Principal|Distinguished|Lead|Junior|Associate)\\s){1,2}
  (?:Software\\s|Product\\s|Data\\s|Research\\s|Program\\s|QA\\s|ML\\s)?(?:Engineer|PM|TPM|SWE|SDE|EM|Designer|Scientist|Manager|Developer|Architect|Analyst|Director|VP)`;
const grade = '(?:绩效|考核|考评|评级|评分|打分|等级)';

/** Where somebody stands in the house, and how they were judged there. */
export const work: readonly Rule[] = [
  {
    kind: 'level',
    find: rx()`(?<![a-z\d.\-])(?:P(?:[4-9]|1[0-4])|T\d{1,2}(?:[-.]\d)?|[LDE]\d{1,2}|M\d|IC\d|SDE\s?(?:[1-4]|I{1,3})|SWE\s?(?:[1-4]|I{1,3}))[+\-]?(?![a-z\d.])`,
    notAfter:
      /^\s?(?:芯片|pro\b|max\b|mac|ultra|航站|自动驾驶|级?自动|辅助|缓存|级?缓存|cache|support|支持|接口|线|口|\s?骨架|tickets?)/iu,
    notBefore: /(?:iphone|model|维生素|小鹏|vitamin|switch|terminal|航站楼|芯片|mac\w{0,4})\s?$/iu,
  },
  {
    kind: 'level',
    find: rx()`(?<![\d.\-])[1-4]-[12](?![\d.\-])`,
    near: /职级|定级|级|字节|跳|升|上家|挂|level/iu,
  },
  {
    kind: 'level',
    find: rx()`(?<![\d.\-])[1-4]-[12](?![\d.\-])`,
    before: /(?:字节|职级|上家|定级|level)[^。]{0,8}$/iu,
  },
  {
    kind: 'level',
    find: rx()`(?:[1-2]?\d|[一二两三四五六七八九十]{1,2})级(?!别|联|市|分|风|地震|的?台风|火灾|残)`,
    near: /定|职级|升|华为|腾讯|评|降|进来|过来|校招/u,
    notAfter: /^(?:审批|火|片)/u,
  },
  {
    kind: 'level',
    find: rx()`(?:刚升|升了?|晋升?|提了?|评上?了?|聘为?|做到了?|当上了?|定了?|我是个?|我一个|作为|身为|一名|混到了?|给我定)(?<h>${zhTitle})`,
    notAfter: /^(?:说|的|助理|秘书|不|让|找|都|们)/u,
  },
  { kind: 'level', find: rx()`(?<h>${zhTitle})(?:升|晋升|一级(?!的?市)|级别|降)` },
  {
    kind: 'level',
    find: rx(
      'gu',
    )`(?<=\b(?:[Aa]s|[Aa]m|I'm|[Bb]een|[Mm]ade|[Bb]ecame|[Tt]o|[Aa]|[Aa]n|[Mm]y|[Aa]t|[Ff]rom)\s(?:an?\s)?)${enTitle}\b`,
  },
  {
    kind: 'level',
    find: rx(
      'gu',
    )`\b(?:[Mm]ade|[Pp]romoted\sto|[Bb]ecame|[Aa]s\sa|I'm\sa|I\sam\sa|[Jj]ust)\s(?<h>(?:Senior\s)?(?:Director|VP|SVP|EVP|Partner|Principal|Manager))\b`,
  },
  { kind: 'level', find: rx('gu')`^${enTitle}\b` },
  {
    kind: 'level',
    find: rx()`\b(?:pay\s)?(?:band|grade|level|tier|job\slevel)\s\d{1,2}\b`,
    notAfter: /^\s?(?:support|headings?|students?|ticket)/i,
  },

  {
    kind: 'rating',
    find: rx()`(?<![\dv.])3\.[27]5(?![\d.万亿元块%倍k])`,
    notBefore: /版本|python|node|v$/iu,
  },
  {
    kind: 'rating',
    find: rx()`(?<![\dv.])3\.5\s?[+\-]?(?![\d.万亿元块%倍k])`,
    near: /绩效|打|拿|评|背|kpi|考核/iu,
    notAfter: /^\s?(?:年|个|小时|天)/u,
  },
  {
    kind: 'rating',
    find: rx()`${grade}(?:结果|等级)?[是为打给得拿了:\s]{0,3}(?:个|了个)?[SABCDEM][+\-]?(?![a-z\d/])`,
  },
  {
    kind: 'rating',
    find: rx()`${grade}[^,。]{0,4}[打给拿得评背]了?(?:个|我)?\s?(?<h>[SABCDEM][+\-]?)(?![a-z\d/])`,
  },
  { kind: 'rating', find: rx()`(?<![a-z])(?:[SABCDEM][+\-]?)\s?(?:绩效|考评)(?!的?人)` },
  {
    kind: 'rating',
    find: rx()`(?:今年|去年|上半年|下半年|这次|年度|季度|直接|又是|给了?个?|背了个)(?<h>[SABCM][+\-])(?![a-z\d])`,
  },
  { kind: 'rating', find: rx()`(?:拿|打|背|得)了?(?:${zhNumber}|两|几)(?:次|个)[SABCD][+\-]?(?![a-z\d])` },
  {
    kind: 'rating',
    find: rx()`${grade}[^,。]{0,4}(?:不合格|待改进|不达标|垫底|末位|倒数|基本合格|优秀|卓越|超出预期|低于预期)`,
  },
  { kind: 'rating', find: rx()`(?:给我|我被|被|强制)[^,。]{0,6}打了?(?:个)?(?<h>低绩效|末位|不合格|待改进)` },
  { kind: 'rating', find: rx()`(?:OKR|KPI|绩效系数|年终系数|系数)[^,。\d]{0,3}(?:0\.\d{1,2}|1\.\d)\s?分?` },
  {
    kind: 'rating',
    find: rx(
      'gu',
    )`\b(?:(?:Greatly|Consistently|Strongly|Far|Often|Significantly|Partially)\s)?(?:Meets|Exceeds)(?:\s(?:All|Most|Some|Expectations?|Few))?\b`,
    notAfter: /^\s(?:the\b|our\b|his\b)/u,
  },
  {
    kind: 'rating',
    find: rx()`\b(?:needs\simprovement|does\snot\smeet|below\sexpectations|meets\s(?:most|all|some)\sexpectations|exceeds\sexpectations|bottom\s\d{1,2}\s?%|\d(?:\.\d)?\sout\sof\s(?:5|five))`,
  },
  { kind: 'rating', find: rx('gu')`\b(?:[Aa]n?\s)?[A-E][+\-]?\s(?:rating|review|grade)\b` },
  {
    kind: 'rating',
    find: rx()`\b(?:rated|rating\s(?:of|was)|score\s(?:of|was)|scored)\s(?:an?\s)?(?<h>[0-5](?:\.\d{1,2})?|[A-E][+\-]?)(?![\w.]\w)`,
  },
  {
    kind: 'rating',
    find: rx('gu')`(?<=\b(?:[Mm]y|on\sa|a|[Tt]he)\s)PIP\b`,
    notBefore: /\b(?:what|is|does|how)\s(?:\w+\s){0,2}$/i,
  },
  {
    kind: 'rating',
    find: rx()`(?:我|给我|让我|被|进了?|上了?)[^,。]{0,3}(?<h>PIP)(?![a-z])`,
    notAfter: /^[^,。]{0,4}(?:吗|怎么|是什么)/u,
  },
  // Looser cues.
  {
    kind: 'level',
    find: rx()`(?:现在叫我|叫我|职务是|title是|以前是|之前是|原来是|挂了?个?|降成|降为|降到)(?<h>部门经理|经理|专员|主管|副主任|主任|科员|组长|副总监|总监|专家|资深|主任科员|副经理)(?!的|们)`,
  },
  {
    kind: 'level',
    find: rx(
      'gu',
    )`\b(?:[Hh]ired\sas|[Dd]own-?leveled\sto|[Ll]eveled\s(?:at|as)|[Cc]ame\sin\sas|[Pp]romoted\sto|[Dd]emoted\sto|[Dd]own\sto)\s(?<h>Staff|Senior|Principal|Junior|Lead|Manager|Director|Associate)\b`,
  },
  {
    kind: 'level',
    find: rx(
      'gu',
    )`\bGS-?\d{1,2}\b|\b(?:Associate|Assistant|Deputy|Managing|Executive|Regional)\s(?:Director|Manager|President|Partner|Professor|Principal)\b`,
  },
  {
    kind: 'rating',
    find: rx()`(?:年中|年底|年终|半年|季度|上半年|下半年|今年|去年|年度)[^,。]{0,4}(?:拿|给|打|得|评|背|是)了?(?:个|我)?(?<h>[SABCDM][+\-]?)(?![a-z\d/])`,
  },
  {
    kind: 'rating',
    find: rx()`(?:超出?预期|符合预期|低于预期|远超预期|未达预期)`,
    near: /拿|连|变|评|打|给|绩效|次|考核|今年|去年|最后一次/u,
    not: /财报|营收|股价|产品|效果|销量/u,
  },
  {
    kind: 'rating',
    find: rx()`排(?:在|名)?(?:最后|倒数|后|末尾?)[^,。]{0,2}\d{1,2}%?|[一二三四五\d]星(?=,|。|$)`,
    near: /我|绩效|星级|评|考核/u,
  },
  { kind: 'rating', find: rx()`(?<=[,;、]\s?)3\.[257]5?[+\-]?(?=[,;、])|(?<=^|[,;]\s?)PIP(?=[,.;]|$)` },
  {
    kind: 'rating',
    find: rx()`\b(?:strong|top|low|weak|poor)\sperformer\b|\b(?:unsatisfactory|underperform(?:ing|er))\b|\b(?:in\sthe\s)?bottom\s(?:bucket|quartile|tier|decile)\b|\bmeets\sexpectations\b`,
    near: /\b(?:I|me|my|he|she|they|man)\b|,|in\s(?:spring|fall)|after/i,
    not: /\b(?:how|what|should)\b/i,
  },
  {
    kind: 'rating',
    find: rx()`\ban?\s[0-5]\.\d\s(?:for|on|in)\s(?:the|my|this)\s(?:year|half|quarter|review|cycle)\b`,
  },
];
