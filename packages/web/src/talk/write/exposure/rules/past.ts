import { any, type Rule, rx } from './rule.ts';
import { enFirms, enNumber, enSchools, month, zhFirms, zhNumber, zhSchools } from './words.ts';

const span = `(?:${zhNumber}|[一二三四五六七八九十]{1,3})\\s?(?:年|个?月|周|天)(?:零?(?:${zhNumber}个?月)|半|多)?`;
const study = '(?:毕业|读的|读|念|校招|出身|博士|硕士|本科|研究生|的学生|校友|的研|PhD|MBA)';
const country = any('英国 美国 德国 法国 日本 澳洲 加拿大 新加坡 香港 韩国 海外 国外 荷兰 瑞士');

/** Where somebody came from and since when they are here. */
export const past: readonly Rule[] = [
  {
    kind: 'history',
    find: rx()`(?:上家|前公司|前东家|上一家公司?|老东家|上份工作)(?:(?:是|在|:)(?:${zhFirms}|[\p{Script=Han}a-z\d]{1,8})|${zhFirms})`,
    not: /背调|吗|怎么|如何/u,
  },
  {
    kind: 'history',
    find: rx()`(?:从)?(?:${zhFirms})(?:跳槽?|转|被裁|毕业|离职)?(?:出来|过来|跳过来|跳来|来)(?=的|,|。|$|了|后|之后|这|做)`,
  },
  {
    kind: 'history',
    find: rx()`(?:之前|以前|曾经|曾|原来|早年|当年)(?:是|也)?在(?:${zhFirms}|[\p{Script=Han}]{2,6}(?:银行|公司|证券|集团|研究院|事务所|电视台|报社|部队))(?:做|干|工作|待|呆|实习|写|当)?`,
  },
  {
    kind: 'history',
    find: rx()`(?:${zhFirms})(?=[,;、/]?\s?(?:[PTLMD]\d|[1-4]-[12]|十?[一二三四五六七八九十]?级))`,
  },
  {
    kind: 'history',
    find: rx()`(?:${zhSchools})(?:[\p{Script=Han}]{0,4}系|[\p{Script=Han}]{0,4}专业)?(?:${study}|的(?=$|[,。来]))`,
  },
  { kind: 'history', find: rx()`(?<!\d)(?:20)?[012]\d届(?:校招|毕业|应届)?(?:生|进)?` },
  {
    kind: 'history',
    find: rx()`(?:${country})(?:读的?|念的?|留学)(?:的)?(?:本科|硕士?|研究生|研|博士?|书)?`,
  },
  {
    kind: 'history',
    find: rx()`(?:本科|硕士|研究生|博士)(?:是|读的|在)?(?:双非|海归|211|985|二本|三本|一本)`,
    near: /我|硕士|海归/u,
    not: /吗|有希望|能/u,
  },
  {
    kind: 'history',
    find: rx('gu')`\b[Ee]x-(?:${enFirms}|[A-Z][a-z]{2,12})\b`,
    keep: (words) => !/^ex-(?:CEO|CTO|Boss|Manager|Colleague)/i.test(words),
  },
  {
    kind: 'history',
    find: rx(
      'gu',
    )`\b(?:(?:[Cc]ame|[Jj]oined|[Mm]oved|[Hh]ired|[Tt]ransferred|[Ss]witched|[Pp]oached)\s(?:me\s|us\s|here\s|over\s|away\s|in\s){0,2})(?<h>from\s(?:${enFirms}))\b`,
  },
  { kind: 'history', find: rx('gu')`\b[Uu]sed\sto\s(?:work|be)\s(?:at|for|in)\s[A-Z][A-Za-z]{1,14}` },
  { kind: 'history', find: rx('gu')`\b[Ww]orked\s(?:at|for)\s(?:${enFirms})\b` },
  {
    kind: 'history',
    find: rx(
      'giu',
    )`\b(?:my|at)\s(?:last|previous|former|old|prior)\s(?:company|employer|job|shop|place|firm|gig)\s(?:was|is)\s(?:at\s|in\s|with\s)?[a-z]{2,15}`,
    notAfter: /^\s(?:better|worse|too)/,
    keep: (words) =>
      !/\s(?:better|worse|the|much|far|so|not|just|also|like|too|no|very|a|\w+ing)$/i.test(words),
  },
  {
    kind: 'history',
    find: rx()`\bbefore\sthis,?\sI\s(?:was|worked)\s(?:at|in|for|with)\s(?:a\s|an\s|the\s)?[a-z]{2,15}`,
  },
  {
    kind: 'history',
    find: rx(
      'gu',
    )`\b(?:${enSchools})\s(?:grad(?:uate)?|alum(?:ni|nus|na)?|MBA|PhD|class\sof\s\d{4}|dropout|degree)`,
  },
  {
    kind: 'history',
    find: rx(
      'gu',
    )`\b(?:PhD|MBA|[Dd]egree|[Mm]asters?|BSc?|MSc?|[Dd]octorate|[Pp]ostdoc)\s(?:at|from|in\s\w{2,15}\sfrom)\s(?:the\s)?[A-Z][A-Za-z]{1,14}`,
  },
  { kind: 'history', find: rx()`\bclass\sof\s(?:'|19|20)\d{2}\b` },
  {
    kind: 'history',
    find: rx()`\binterned\s(?:here|at\s[a-z]{2,15})(?:\sin\s(?:19|20)\d{2})?`,
    notBefore: /\b(?:you|who|anyone)\s$/i,
  },

  {
    kind: 'tenure',
    find: rx()`(?:入职|来公司|来这里?|进公司|进来|在这里?|在职|在公司|司龄|工龄|待了|呆了|来了|刚来|刚入职|转正)(?:工作|干|待|呆|做|都|已经|快|才|刚|整整|了|有|[,\s]){0,4}(?:第\s?)?${span}`,
    notAfter: /^(?:以上|后能|内)/u,
    not: /吗|怎么|一般|可以/u,
  },
  {
    kind: 'tenure',
    find: rx()`(?:工作|干|待|呆)了(?:整整|快|差不多|将近)?${span}`,
    not: /吗|怎么|的人|有没有|一天|半天/u,
    keep: (words) => !/[天周]$/u.test(words),
  },
  { kind: 'tenure', find: rx()`(?:整整|快)${span}(?=$|[,。了])`, near: /来|进|入职|毕业|公司|这里/u },
  { kind: 'tenure', find: rx()`(?<=[,。])整整${span}` },
  {
    kind: 'tenure',
    find: rx()`(?<!\d)(?:19|20)?\d{2}年(?:\d{1,2}月)?(?:就)?(?:入职|进的?公司|加入|来的?公司|进来|来的|进的)`,
  },
  {
    kind: 'tenure',
    find: rx()`(?<![\d几])(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:多)?年(?:的)?(?:老员工|老人|司龄|工龄)`,
  },
  {
    kind: 'tenure',
    find: rx()`(?:离|距|还差|差)(?:试用期|转正|归属|满年)?[^,。]{0,4}?(?:${zhNumber})(?:天|周|个月)(?:转正|归属|满)|试用期(?:还有|剩|只剩|第)\s?(?:${zhNumber})(?:天|周|个月)`,
  },
  {
    kind: 'tenure',
    find: rx()`\b${enNumber}\s(?:years|months|weeks)\s(?:here|at\sthis|at\sthe\scompany|with\sthe\scompany|with\sthis)\b`,
  },
  {
    kind: 'tenure',
    find: rx()`(?<=^|[,.!]\s|\band\s)(?:about\s|almost\s|nearly\s)?${enNumber}\s(?:years?|months?|weeks?)\sin\b(?!\s(?:a|the|tech|this|my|our|jail|prison|total|advance)\b)`,
  },
  {
    kind: 'tenure',
    find: rx()`\b(?:I|I've)?\s?(?<h>(?:joined|started|onboarded|hired|came\shere)\s(?:here\s|this\scompany\s|as\s\w{2,12}\s)?(?:in|back\sin|around|since)\s(?:${month}\s)?(?:19|20)\d{2})\b`,
    notBefore: /\b(?:war|they|company|it|which|who|covid)\s$/i,
  },
  {
    kind: 'tenure',
    find: rx()`\bI(?:'ve|\shave)\s(?:been|worked)\s(?:here|at\sthis\scompany)\s(?:for\s|since\s|about\s|almost\s){0,2}(?:${enNumber}\s(?:years|months|weeks)|(?:19|20)\d{2})`,
  },
  {
    kind: 'tenure',
    find: rx()`\bafter\s${enNumber}\s(?:years|months)\b(?!\sof\s(?:school|study|covid|war))`,
    near: /they|here|company|me\b|my\b|I\b/i,
    notAfter: /^\s(?:they\ssay|it\sbreaks|later)/i,
  },
  { kind: 'tenure', find: rx()`\bmy\sfirst\s(?:day|week|month|quarter)\b(?!\s(?:at\sschool|of\sschool))` },
  {
    kind: 'tenure',
    find: rx()`\bday\s\d{1,3}\b(?=$|\s(?:and|of|here|,)|,)`,
    notAfter: /^\sof\s(?:the|rain|snow|this)/i,
  },
  {
    kind: 'tenure',
    find: rx()`\b${enNumber}\s(?:days?|weeks?|months?)\s(?:before|from|short\sof)\s(?:my\s|the\s)?(?:cliff|vest(?:ing)?|anniversary|confirmation)\b`,
  },
  // Looser cues.
  {
    kind: 'history',
    find: rx()`(?:${zhSchools})(?:出来|来的|毕业|计算机|经管)`,
    notBefore: /(?:招|只要|想考|考上|报考)[^,。]{0,3}$/u,
  },
  {
    kind: 'history',
    find: rx()`(?:毕业于|就读于|本科在|硕士在|研究生在|博士在|大学在|读的是|母校是?)[\p{Script=Han}A-Z]{2,8}`,
  },
  {
    kind: 'history',
    find: rx()`(?:上一份工作|前一份工作|上一家|之前那家|老东家)(?:是|就?在|干的是|做的是)[\p{Script=Han}a-z\d]{1,8}`,
  },
  {
    kind: 'history',
    find: rx()`我?(?:以前|之前|曾经)?(?:当过|做过|干过)(?:兵|老师|记者|护士|警察|公务员|教师|律师|医生|空姐|空乘|导游|翻译|销售|产品|猎头|海员|厨师|司机|会计|编剧|编辑)`,
    not: /有没有|谁|有人|吗/u,
  },
  { kind: 'history', find: rx()`(?<!\d)(?:20)?[012]\d级的?(?:学弟|学妹|学长|学姐|校友|师弟|师妹)` },
  {
    kind: 'history',
    find: rx()`\b(?:undergrad|bachelor'?s?|master'?s?|graduated|studied|dropped\sout)\s(?:\w{2,10}\s)?(?:at|from|of)\s[a-z]{2,15}`,
    keep: (words) => /\s[A-Z]\w+$/.test(words),
  },
  {
    kind: 'history',
    find: rx(
      'gu',
    )`\b(?:[Yy]ears|[Mm]onths|[Ss]tint|[Dd]ecade)\s(?:at|with)\s(?:${enFirms}|[A-Z][a-z]{3,12})\b`,
    keep: (words) => !/\s(?:This|The|Least|Home|Most)$/.test(words),
  },
  {
    kind: 'history',
    find: rx()`\b(?:I\s(?:left|quit)|came\sfrom|come\sfrom)\s(?:an?|my|the)\s(?:\w{2,12}\s)?(?:fund|bank|startup|agency|hospital|firm|school|newspaper|consultancy|law\sfirm|government|university)\b`,
  },
  {
    kind: 'history',
    find: rx()`\b(?:I'm\san?|as\san?|I\swas\san?|am\san?)\s(?:former|ex)[\s\-][a-z]{3,14}\b|(?<=^|[.,]\s)ex[\s\-](?:military|army|navy|marine|cop|police|teacher|nurse|banker|lawyer|consultant|journalist|founder)\b|\bI\sused\sto\sbe\san?\s[a-z]{4,14}`,
  },
  {
    kind: 'tenure',
    find: rx()`(?<=^|[,、;]\s?)(?:${zhNumber}|[一二三四五六七八九十]{1,2})年(?:半|整)?(?=$|[,、;。])`,
    near: /./u,
  },
  {
    kind: 'tenure',
    find: rx()`第(?:[一二三四五六七八九十\d]{1,3})个?年头|(?:入职|来|在这|进公司)(?:的)?第[一二三四五六七八九十\d]{1,3}(?:年|个月|周|天)`,
  },
  {
    kind: 'tenure',
    find: rx()`从(?:19|20)?\d{2}年(?:就)?(?:跟|来|在这|待|做|进|加入|干)[\p{Script=Han}]{0,3}|(?:实习|转正|毕业|入职|校招)[^,。]{0,4}到现在[^,。]{0,3}${span}|转正(?:才|刚|不到)${span}`,
  },
  { kind: 'tenure', find: rx()`\b\d{1,2}(?:\.\d)?\s(?:yrs?|yoe)\b` },
  {
    kind: 'tenure',
    find: rx()`\b(?:coming\sup\son|going\son|almost|nearly|over)\s${enNumber}\s(?:years|months)\b(?=\s(?:and|here|at|now|with|on)|,|\.|$)`,
    near: /\b(?:I|my|here|me)\b/i,
  },
  {
    kind: 'tenure',
    find: rx()`(?<=^|[.,]\s)(?:my\s)?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}th)\syear\b(?=,|\shere|\sat|\sin\sthis)`,
  },
  {
    kind: 'tenure',
    find: rx()`\bbeen\s(?:here|there|around|with\s(?:them|the\scompany|this\scompany))\s(?:since\s(?:${month}\s)?(?:19|20)\d{2}|(?:for\s)?${enNumber}\s(?:years|months))`,
  },
  {
    kind: 'tenure',
    find: rx()`\bI\s?(?:only\s|just\s)?(?<h>(?:started|joined)\s${enNumber}\s(?:days|weeks|months|years)\sago)\b|\bmy\sprobation\s(?:ends|ended|is\sover|runs)\b(?:\s\w{3,9})?`,
  },
];
