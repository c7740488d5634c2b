import { double, famous, famousAbroad, firstNames, given, notName, surname } from '@teahouse/look/personal';
import { type Rule, rx } from './rule.ts';

const zhTitle =
  '(?:总(?!结|是|之|体|部|共|算|得|会|要|有|能|在|觉|想|和|量|分|价|额|数|监|裁|经|包)|总监|总裁|副总|总经理|经理|主管|主任|董事长|董(?!事)|工(?!作|资|人|程|厂|位|时|具|号|会|龄|序|期|商|业|地)|姐|哥(?!们)|老师|处长|处(?!理|于|境|分)|局长|书记|部长|院长|博士|组长|科长|秘书|老板|律师|教授)';
const zhCue =
  '(?:老板|主管|领导|经理|HRBP|HR|hrbp|hr|VP|CEO|CTO|CFO|COO|总监|总裁|组长|leader|Leader|导师|mentor|大老板|二老板|同事|书记|主任|面试官|人事|一把手|二把手|负责人|老大|店长|校长|院长|护士长|班主任)(?:就?是|叫|名叫|:)?\\s?';

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
