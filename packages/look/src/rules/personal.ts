import { type Finding, matches, typedSpan } from '../finding.ts';
import type { LookKind, LookVerdict } from '../kinds.ts';
import { contact } from '../personal/contact.ts';
import { papers } from '../personal/papers.ts';
import { type Rule, rx } from '../personal/rule.ts';
import type { Reading } from '../read.ts';

/** The check figure of an 18-digit resident identity number (GB 11643, ISO 7064 MOD 11-2). */
export function validResidentId(words: string): boolean {
  const digits = words.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === digits[17];
}

/** A social security number that may have been issued: no area 000, 666 or 9xx, no group 00, no serial 0000. */
const mayBeSsn = (words: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(words.replace(/\D/g, ''));

/** Numbers that are there to be called by anybody, and numbers of other things. */
const helpline =
  /热线|客服|监察|援助|急救|报警|单号|订单|编号|编码|料号|批次|发票号|申请号|序列号|版本|会议号|\b(?:hotline|helpline|lifeline|poison|eeoc|nlrb|toll[\s-]free|conference|meeting\sid|dial-?in|ticket|order|invoice|tracking|version|serial|build|zip)\b/iu;
/** Numbers of offices are nobody's, but one of them may ring on somebody's desk. */
const ofOffice =
  /热线|客服|前台|总机|座机|公司电话|监察|仲裁|工会|派出所|法院|\b(?:hotline|helpline|front\sdesk|reception|switchboard|support|office|department|agency|union|service\sdesk|help\sdesk|customer|main\sline|ext\b|code)\b/iu;

/** More than the exposure check knows: where somebody lives, and another word for WeChat. */
const addresses: readonly Rule<LookKind>[] = [
  { kind: 'handle', name: 'handle-bubble', find: rx()`绿泡泡[号是:\s]{0,3}(?<h>[a-z][a-z\d_\-]{4,24})` },
  {
    kind: 'address',
    name: 'address-zh',
    find: rx()`[\p{Script=Han}\d]{2,14}?\d{1,4}\s?(?:栋|幢|座|号楼|楼|号院?)\s?(?:\d{1,2}\s?(?:单元|门)\s?)?\d{2,4}(?:室|号|户)?(?!\s?[\d年月日元块个人楼层点])`,
    near: /住|家|小区|花园|公寓|单元|弄|苑/u,
    not: /工位|会议室|办公|公司在|园区|食堂/u,
  },
  {
    kind: 'address',
    name: 'address-en',
    find: rx()`\b\d{1,5}\s(?:[a-z][\w'.]{1,15}\s){1,3}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|boulevard|blvd|terrace|crescent|close)\b(?:,?\s(?:apt|apartment|unit|flat|#)\.?\s?\w{1,5})?`,
    near: /live|lives|living|house|home|address|stays|apt|apartment|flat|unit/i,
    not: /office|hq|headquarters|warehouse|store|branch/i,
  },
];

/** What follows for each match of a shared rule. */
function verdictOf(
  kind: LookKind,
  words: string,
  around: string,
  longer: boolean,
): Exclude<LookVerdict, 'pass'> | undefined {
  if (kind === 'id') {
    if (validResidentId(words)) return 'block';
    if (/\bssn?\b|\bss#|social/i.test(around)) return mayBeSsn(words) ? 'block' : 'queue';
    return 'queue';
  }
  if (kind !== 'phone') return 'queue';
  // A longer number with a part that looks like a phone is an order, an account, a version.
  if (longer || helpline.test(around) || /^\d(?:\.\d{1,2}){2}\.\d/.test(words)) return undefined;
  if (ofOffice.test(around)) return 'queue';
  // A landline in Chinese form is a desk's as a rule; a mobile or a number abroad is somebody's.
  return /^\(?0\d{2,3}[)\-\s]/.test(words) ? 'queue' : 'block';
}

/** Mobile numbers as they are written in Britain, which the exposure check does not know. */
const more: readonly Rule<LookKind>[] = [
  {
    kind: 'phone',
    name: 'phone-slashes',
    find: rx()`(?<![\d/])[2-9]\d{2}/\d{3}/\d{4}(?![\d/])`,
  },
  { kind: 'phone', name: 'phone-gb', find: rx()`(?<![\d.])07\d{3}[\s\-]?\d{3}[\s\-]?\d{3}(?!\d)` },
  {
    kind: 'phone',
    name: 'phone-spaced',
    find: rx()`(?<![\d.])(?:\d[\s.\-]){9,10}\d(?!\d)`,
    near: /phone|cell|number|line|call|text|ring|reach|电话|手机|号|打/i,
  },
  {
    kind: 'phone',
    name: 'phone-bare',
    find: rx()`\b(?:phone|cell|mobile|call|text|number)\b[^\d\n]{0,30}(?<h>[2-9]\d{9})(?!\d)`,
  },
  {
    kind: 'phone',
    name: 'phone-of-whom',
    find: rx()`(?<![\w.\-#])[2-9]\d{2}[2-9]\d{6}(?![\w\-])`,
    near: /\b(?:guy|who|whose|her|hers|his|him|he|she|boss|manager|supervisor|recruiter|ask\sfor|picks\sup|answers)\b/i,
    not: /\b(?:account|badge|case|part|batch|claim|po|sku|extension|ext|fax|id|units|paid)\b/i,
  },
];

const shared: readonly Rule<LookKind>[] = [...contact, ...papers, ...more, ...addresses];

/** Personal data: a valid identity number or somebody's phone refuses the post, the rest queues it (safety.md). */
export function personalIn({ plain }: Reading): Finding[] {
  const found: Finding[] = [];
  const text = plain.text.replace(/(?<=\d)[OoＯ](?=\d)/g, '0');
  for (const rule of shared) {
    for (const [start, end] of matches(rule, text)) {
      const around = text.slice(Math.max(0, start - 32), end + 24);
      const longer =
        /^[-.]?\d/.test(text.slice(end, end + 2)) || /\d[-.]?$/.test(text.slice(0, start).slice(-2));
      const verdict = verdictOf(rule.kind, text.slice(start, end), around, longer);
      if (!verdict) continue;
      const name = rule.name ?? `${rule.kind}-form`;
      found.push({ kind: rule.kind, rule: name, verdict, ...typedSpan(plain, start, end) });
    }
  }
  return found;
}
