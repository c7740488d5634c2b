/** What a page says of itself to whoever shows a link to it. Every text is plain and is escaped here. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** `og:type`. */
  readonly type: 'website' | 'article' | 'profile';
  /** Search engines may not keep the page. */
  readonly unlisted?: boolean;
  /** The page's own address, absolute. */
  readonly url: string;
  /** Where the same is read without any choice of a part, absolute. */
  readonly canonical: string;
  /** Absent where the page is in both languages. */
  readonly lang?: 'zh' | 'en';
  /** The card's address, absolute; a PNG of 1200 × 630 pixels where nothing else is said. */
  readonly image?: {
    readonly url: string;
    readonly alt: string;
    readonly form?: { readonly type: string; readonly width: number; readonly height: number };
  };
  /** What the page is about as search engines read it: JSON-LD. */
  readonly data?: object;
}

export const siteName = '茶馆 Teahouse';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an attribute in double quotes, or for a title: no markup, no controls, nothing that turns text round. */
export function escapeText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\s]+/gu, ' ')
    .trim()
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** The text, cut at a whole character. */
export const cut = (text: string, length: number): string => {
  const points = [...text.slice(0, 4 * length)];
  return points.length <= length ? points.join('') : `${points.slice(0, length).join('')}…`;
};

/**
 * A block of data, which no browser runs (HTML §4.12.1: its type is no script's), so that the content policy lets it stand.
 * What could end the block, or begin a comment in it, is written as JSON's own escapes.
 */
const dataBlock = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeUnit)}</script>`;
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const property = (name: string, content: string) =>
  `<meta property="${name}" content="${escapeText(content)}" />`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeText(content)}" />`;

const card = { type: 'image/png', width: 1200, height: 630 };

function imageTags({ url, alt, form = card }: NonNullable<PageHead['image']>): string[] {
  return [
    property('og:image', url),
    property('og:image:type', form.type),
    property('og:image:width', String(form.width)),
    property('og:image:height', String(form.height)),
    property('og:image:alt', alt),
  ];
}

/** The tags, one a line. */
export function headTags(head: PageHead): string {
  const { title, description, type, url, canonical, lang, image, unlisted, data } = head;
  const full = title === siteName ? title : `${title} · ${siteName}`;
  return [
    `<title>${escapeText(full)}</title>`,
    meta('description', description),
    property('og:site_name', siteName),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    ...(lang ? [property('og:locale', lang === 'zh' ? 'zh_CN' : 'en_US')] : []),
    ...(image ? imageTags(image) : []),
    meta('twitter:card', image && !image.form ? 'summary_large_image' : 'summary'),
    ...(unlisted ? [meta('robots', 'noindex')] : []),
    `<link rel="canonical" href="${escapeText(canonical)}" />`,
    ...(data ? [dataBlock(data)] : []),
  ].join('\n    ');
}

/** A page that is one and the same but for the tags between its two marks. */
export interface Template {
  /** The page with these tags in their place. */
  readonly with: (head: PageHead) => string;
}

const marks = /(<!-- preview[^>]*-->\n?)[\s\S]*?([ \t]*<!-- \/preview -->)/;

/** The app's `index.html` as a template; undefined where it has no marks, as in a build of before. */
export function templateOf(html: string): Template | undefined {
  const found = marks.exec(html);
  if (!found) return undefined;
  const [whole, opening = '', closing = ''] = found;
  const before = html.slice(0, found.index) + opening;
  const after = closing + html.slice(found.index + whole.length);
  return { with: (head) => `${before}    ${headTags(head)}\n${after}` };
}
