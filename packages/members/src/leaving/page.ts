import type { Export } from '@teahouse/contract/members';
import type { Locale } from '../accounts/types.ts';
import { type Exporter, exporters, type Words } from './exporters.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#2b2622;background:#faf6ee}
h1,h2{font-family:Georgia,"Noto Serif SC",serif;font-weight:600}h2{margin-top:2.5rem;border-top:1px solid #d9cfbd;padding-top:1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.3rem 1rem;margin:0}dt{color:#6b6057}dd{margin:0;overflow-wrap:anywhere}
ul{margin:0;padding:0;list-style:none}li+li{border-top:1px solid #e6ddcc;margin-top:.5rem;padding-top:.5rem}
@media(max-width:32rem){dl{display:block}dd{margin-bottom:.6rem}}`;

const words = {
  title: { zh: '茶馆里关于你的一切', en: 'Everything Teahouse has about you' },
  lead: {
    zh: '这是实名一侧保存的全部内容。匿名一侧的任何内容都不在其中：没有人知道哪些是你写的。',
    en: 'This is all that the named half keeps. Nothing of talk is in it: nobody knows what of it is yours.',
  },
  day: { zh: '导出日期', en: 'Exported on' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  remains: { zh: '删除账号后仍会留下的', en: 'What would outlive the account' },
  pins: {
    zh: '留在依据上的标记（没有名字）：一个邮箱只有一份发言权，靠的就是它',
    en: 'Marks on pieces of evidence, without a name: they keep one mailbox at one voice',
  },
  logged: {
    zh: '公开日志里加盐哈希所在的条目：没有你设备上的密钥，谁也认不出',
    en: 'Entries of the public log with a salted hash: nobody recognises them without what your device keeps',
  },
} as const satisfies Record<string, Words>;

function shown(value: unknown, names: Exporter['words'], locale: Locale): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][locale];
  if (Array.isArray(value)) {
    if (value.length === 0) return '—';
    return `<ul>${value.map((one) => `<li>${shown(one, names, locale)}</li>`).join('')}</ul>`;
  }
  if (typeof value === 'object') {
    const rows = Object.entries(value).map(
      ([key, one]) => `<dt>${escaped(names[key]?.[locale] ?? key)}</dt><dd>${shown(one, names, locale)}</dd>`,
    );
    return `<dl>${rows.join('')}</dl>`;
  }
  return escaped(String(value));
}

/** The export as a page that stands by itself: no script, nothing loaded, all that people wrote escaped. */
export function exportPage({ parts, day, remains }: Export, locale: Locale): string {
  const sections = exporters.map(
    ({ name, title, words: names }) =>
      `<section><h2>${title[locale]}</h2>${shown(parts[name], names, locale)}</section>`,
  );
  const last = shown(remains, { pins: words.pins, logged: words.logged }, locale);
  return `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title[locale]}</title><style>${style}</style></head><body><main><h1>${words.title[locale]}</h1>
<p>${words.lead[locale]}</p><p>${words.day[locale]}: ${day}</p>${sections.join('')}
<section><h2>${words.remains[locale]}</h2>${last}</section></main></body></html>`;
}
