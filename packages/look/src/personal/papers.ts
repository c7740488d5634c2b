import type { PersonalKind } from './kinds.ts';
import { type Rule, rx } from './rule.ts';

/** Whether eight figures are somebody's day of birth. */
const birth = (digits: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** Numbers that registers know a person by. */
export const papers: readonly Rule<PersonalKind>[] = [
  {
    kind: 'id',
    find: rx()`(?<!\d)[1-9](?:[\s\-]?\d){16}[\s\-]?[\dx](?![\da-z])`,
    keep: (words) => birth(words.replace(/[\s-]/g, '').slice(6, 14)),
  },
  {
    kind: 'id',
    find: rx()`(?:护照|通行证|驾照|驾驶证|社保|居住证|身份证)号?码?[是为:\s]{0,3}(?<h>[a-z]{0,2}\d{7,12})(?!\d)`,
  },
  { kind: 'id', find: rx()`(?<![\d\-])\d{3}-\d{2}-\d{4}(?![\d\-])` },
  {
    kind: 'id',
    find: rx()`\b(?:ssn|social(?:\ssecurity)?(?:\snumber)?)[\s:#]{1,3}(?:is\s)?(?<h>\d{3}[\s\-]?\d{2}[\s\-]?\d{4})(?!\d)`,
  },
  {
    kind: 'id',
    find: rx()`\b(?:passport|driver'?s?\slicen[sc]e|national\sid|visa)(?:\s(?:no\.?|number|id))?[\s:#]{1,3}(?:is\s)?(?<h>[a-z]{0,2}\d{6,10})(?!\d)`,
  },
  { kind: 'id', find: rx()`(?<![a-z\d])[a-z]{1,2}\d{6}\([\da]\)` },

  {
    kind: 'staff',
    find: rx()`(?:工号|工牌号?|员工(?:编号|卡号|号码?|\s?ID)|人员编号|雇员号|域账号|域帐号|内网账号|OA账号|员工账号)[是为叫:#\s]{0,4}
      (?<h>(?:[a-z]{1,5}-?)?\d{2,10}|[a-z][a-z\d._\-]{3,24})(?![a-z\d])`,
    notAfter: /^\s?(?:年|个|块|元|系统)/u,
  },
  {
    kind: 'staff',
    find: rx()`(?:工号|员工号)(?:是|才|还|只有)?(?:[一两二三四五六]位数|前(?:一|几|两)?[百千十])`,
  },
  { kind: 'staff', find: rx()`(?<![a-z\d])(?<h>[a-z]{1,3}\d{5,8})(?![a-z\d])`, after: /^[^,。]{0,6}工号/u },
  {
    kind: 'staff',
    find: rx()`\b(?:employee|emp|badge|staff|personnel|payroll|contractor|worker|associate)(?:\s(?:id|number|no\.?|num)){0,2}[\s:#]{1,3}(?:is\s|was\s)?#?
      (?<h>[a-z]{0,2}-?\d{3,9})(?![\d%])`,
    keep: (words) => !/^(?:19|20)\d\d$/.test(words),
  },
  {
    kind: 'staff',
    find: rx()`\b(?:employee|contractor|worker|staff)\s(?:id|alias)[\s:#]{1,3}(?:is\s|was\s)?(?<h>[a-z]-[a-z]{3,15})`,
  },
  {
    kind: 'staff',
    find: rx()`\bmy\s(?:(?:work|corp|company|network|ldap)\s){0,2}(?:alias|ldap|login|user\s?name|user\s?id|account)[\s:]{1,2}(?:is\s|was\s)?(?<h>[a-z][a-z\d._\-]{3,20})(?![a-z])`,
    keep: (words) => /\d/.test(words),
  },

  {
    kind: 'plate',
    find: rx()`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z](?:[\s·.\-]{0,2}[A-HJ-NP-Z\d]){4,6}挂?(?![a-z\d])`,
    keep: (words) => (words.match(/\d/g)?.length ?? 0) >= 2 && (words.match(/[A-Z\d挂]/gi)?.length ?? 0) >= 6,
  },
  {
    kind: 'plate',
    find: rx(
      'gu',
    )`(?<![A-Z\d\-])(?<h>(?:[A-Z]{3}-\d{3,4}|\d[A-Z]{3}\s?\d{3}|[A-Z]{1,3}-[A-Z]{1,2}\s?\d{1,4}|[A-Z]{1,3}\s\d{2,4}\s?[A-Z]{0,2}))(?![A-Z\d\-])`,
    near: /plate|licen[sc]e|park(?:ed|s|ing)?\b|charger|\bcar\b|\blot\b|bmw|tesla|\bvan\b|\btruck\b|\bspot\b|\bspace\b|\bbay\b|garage|idles|that van/i,
  },
  {
    kind: 'id',
    find: rx()`\b(?:ssn|social|passport)\s(?:number\s)?(?:ends?|ending)(?:\sin|\swith)?\s(?<h>\d{3,5})\b|(?:身份证|证件|护照)(?:号)?(?:后|末|尾)[四六\d]位(?:数)?[是为:]?\s?(?<g>\d{3,6}[\dx])`,
  },
  {
    kind: 'staff',
    find: rx()`(?:花名|工卡|门禁卡|考勤号?|饭卡)[^,。]{0,5}(?:是|为|:)?\s?(?<h>[a-z]{1,4}\d{3,8})(?![a-z\d])`,
  },
  {
    kind: 'staff',
    find: rx()`\b(?:staff|badge|employee)\snumbers?,?\smine\s(?:is|was)\s(?<h>[a-z]{0,2}\d{3,9})\b`,
  },
  { kind: 'plate', find: rx('gu')`(?<![A-Z\d])[A-Z]{2}\d{2}\s[A-Z]{3}(?![A-Z\d])` },
];
