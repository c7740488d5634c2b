import { type Rule, rx } from './rule.ts';

const things =
  '(?:办法|出路|原因|问题|希望|不变|成本|解|选择|区别|好处|优点|缺点|目标|要求|标准|爱好|安慰|途径|方法|答案|能做|可以|真理|乐趣|动力|指标|亮点|底线|理由|途径|机会|可能|途径|的是|优势)';
const enThings =
  '(?:constant|way|thing|reason|problem|question|difference|option|real|solution|good|bad|answer|advice|rule|point|issue|hope|metric|language|time|place|exception|choice|certainty|winners?|downside|upside|explanation|day|meeting|part|feature|benefit|perk|company|job|goal|cure|fix)';
const asked = /(?:是不是|难道|不会|该不会|不止|不是|不只|并非|以为|不可能)[^,。]{0,4}$/u;

/** What makes somebody the only one. A question whether one is alone with a feeling is none. */
export const only: readonly Rule[] = [
  {
    kind: 'only',
    find: rx()`唯一一?[个名位]?(?!${things})(?!的${things})(?!不变)(?:的)?[\p{Script=Han}a-z]{1,6}`,
    near: /我(?!们|觉得|认为|想|看)/u,
    not: /唯一[^,。]{0,3}(?:办法|出路|不变|解|希望|原因)|你/u,
  },
  { kind: 'only', find: rx()`唯一一[个名位](?!${things})(?!的?(?:问题|办法|原因|好|理由|优点))` },
  {
    kind: 'only',
    find: rx()`(?:只有|仅有|就|就剩|只剩|仅)我(?!们|的|这|国|司|觉得|感觉|认为|好奇|想说|和|跟|与)(?:自己)?(?:一?个?人|一个|一人|自己)?`,
    notBefore: asked,
    notAfter: /^(?:觉得|感觉|认为|好奇|还在[^,。]{0,10}吗|[^,。\n]{0,16}(?:吗|么|\?))/u,
    near: /只有我|仅有我|就剩我|只剩我|仅我|就我(?:自己|一个|一人|没|有|是|会|不|还|敢|能)|[组司门班届个队层]就我|的就我/u,
    not: /就我(?:所知|看|个人|了解|来说|觉得)/u,
  },
  { kind: 'only', find: rx()`除了我(?:就?没|以外没|之外没|谁|都)[^,。]{0,6}`, notBefore: asked },
  {
    kind: 'only',
    find: rx()`我(?:是|算是|可能是|应该是)[^,。]{0,6}?(?<h>(?:第一|头一|最后一|唯一一?)[个名位])(?!月|月|季|问题)`,
    notAfter: /^(?:想法|反应|问题|说|念头)/u,
  },
  { kind: 'only', find: rx()`独一份|独苗|孤本|仅此一[个人家名]|唯独我` },
  {
    kind: 'only',
    find: rx()`\b(?:I'm|I\sam|I\swas|I've\sbeen|we\swere|being|as|stayed)\s(?:also\s|still\s|now\s|basically\s|literally\s)?(?<h>the\s(?:only|sole|lone|last\sone|last\sperson|first)(?:\s(?:one|person|woman|man|female|male|[a-z]{3,12}))?)\b`,
    notAfter: /^\s?(?:to\s(?:say|admit|agree)|who\s(?:thinks|feels|finds))/i,
    notBefore: /\b(?:not|am\sI|maybe|if|hope|doubt)\s(?:\w+\s){0,2}$/i,
  },
  {
    kind: 'only',
    find: rx()`\b(?:the|our)\s(?:only|sole|lone)\s(?!${enThings}\b)(?!way|thing)[a-z]{3,14}(?:\s[a-z]{3,14}){0,2}\s(?:on|in|at|here|left|who|of|still|from)\b`,
    notBefore: /\b(?:am\sI|not|are\swe)\s$/i,
  },
  {
    kind: 'only',
    find: rx(
      'gu',
    )`(?<=^|[.!,]\s)[Tt]he\s(?:only|sole|first|last)\s(?!${enThings}\b)[a-z]{3,14}(?=\s(?:hire|on|in|at|here|person|of)\b)`,
  },
  {
    kind: 'only',
    find: rx()`\b(?:nobody|no\sone|noone)\s(?:else|but\sme|except\sme|other\sthan\sme)\b`,
    notAfter: /^\s(?:cares|will|is\scoming|to\sblame|noticed|seems|thinks|feels)/i,
  },
  {
    kind: 'only',
    find: rx()`\b(?:everyone|everybody|all\sof\sthem|all|anyone)\s(?:\w{1,8}\s)?(?<h>(?:except|but)\s(?:for\s)?me)\b`,
  },
  {
    kind: 'only',
    find: rx()`\b(?:except|but)\sme(?=$|[.,!])`,
    near: /everyone|everybody|they\skept|nobody|no\sone/i,
  },
  {
    kind: 'only',
    find: rx()`\b(?:just|only)\sme(?=\s(?:covering|left|on|in|here|doing|running|and\sthe|maintaining|handling|who))`,
    notBefore: /\b(?:is\sit|it's|maybe)\s$/i,
  },
  // Looser cues.
  {
    kind: 'only',
    find: rx()`没有?第二个(?=人|做|会|懂|像|敢|能|女|男|[\p{Script=Han}]{1,5}的)|除我(?:之外|以外)?(?:没|都|谁)`,
  },
  {
    kind: 'only',
    find: rx()`就我(?!们|的|这|国|司|说|想|觉得|感觉|认为|所知|个人|看|了解|来说|和|跟|与)`,
    before: /(?:会上|当时|那天|全[组公部班]|整个?|大家|别人|所有人|其他人|现场|里|最后)[^,。]{0,6}[,\s]?$/u,
    notAfter: /^[^,。]{0,12}(?:吗|\?)/u,
    notBefore: asked,
  },
  {
    kind: 'only',
    find: rx()`\b(?:nobody|no\sone)\s(?:apart\sfrom|besides|other\sthan)\sme\b|\bI\salone\b|\b(?:one\sand\sonly)\s(?:woman|man|person|[a-z]{3,12})\b`,
  },
  { kind: 'only', find: rx('gu')`(?<=^|[.!?]\s)Only\sI\b` },
  {
    kind: 'only',
    find: rx()`\b(?:I'm|I\sam|as)\s(?<h>the\sonly)\s(?!${enThings}\b)[a-z]{3,14}\s[a-z]{3,14}\b`,
    notBefore: /\b(?:not|am\sI|maybe|if)\s(?:\w+\s){0,2}$/i,
  },
];
