import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { escapeText, headTags, type PageHead, templateOf } from './head.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const index = readFileSync(path.join(import.meta.dirname, '../../../../web/index.html'), 'utf8');
const template = templateOf(index)!;

const isElement = (node: Node): node is Element => 'tagName' in node;
/** Every element of a page with its attributes, in order; a title with its text. */
function elementsOf(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (isElement(node)) {
      const attributes = node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
      const [text] = node.tagName === 'title' ? node.childNodes : [];
      const words = text && 'value' in text ? [JSON.stringify(text.value)] : [];
      found.push([node.tagName, ...attributes, ...words].join(' '));
    }
    for (const child of 'childNodes' in node ? node.childNodes : []) visit(child);
  };
  visit(parse(html));
  return found;
}

const plain: PageHead = {
  title: '年终奖还发吗',
  description: '秋霜学徒（星河科技员工）：还发吗。',
  type: 'article',
  url: 'https://tea.example/r/square/t/x',
  canonical: 'https://tea.example/r/square/t/x',
  lang: 'zh',
  image: { url: 'https://tea.example/api/talk/card.png?lang=zh&post=x', alt: '卡片' },
};
/** A text as a reader of the page gets it. */
const read = (text: string) => text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\s]+/gu, ' ').trim();

describe('the head of a page', () => {
  it('has the tags that link previews look for, each once', () => {
    const tags = elementsOf(headTags(plain));
    const meta = (kind: 'name' | 'property', name: string, content: string) =>
      expect(tags.filter((tag) => tag.startsWith(`meta ${kind}="${name}" `))).toEqual([
        `meta ${kind}="${name}" content=${JSON.stringify(content)}`,
      ]);
    expect(tags).toContain('title "年终奖还发吗 · 茶馆 Teahouse"');
    meta('name', 'description', plain.description);
    meta('property', 'og:title', plain.title);
    meta('property', 'og:description', plain.description);
    meta('property', 'og:type', 'article');
    meta('property', 'og:site_name', '茶馆 Teahouse');
    meta('property', 'og:locale', 'zh_CN');
    meta('property', 'og:url', plain.url);
    meta('property', 'og:image', plain.image?.url ?? '');
    meta('property', 'og:image:width', '1200');
    meta('property', 'og:image:height', '630');
    meta('property', 'og:image:type', 'image/png');
    meta('name', 'twitter:card', 'summary_large_image');
    expect(tags).toContain(`link rel="canonical" href="${plain.canonical}"`);
  });

  it('changes nothing of index.html but what stands between the marks', () => {
    const cut = (html: string) => html.replace(/(<!-- preview[^>]*-->)[\s\S]*(<!-- \/preview -->)/, '$1$2');
    const made = template.with(plain);
    expect(made).not.toBe(index);
    expect(cut(made).replace(/\s+/g, ' ')).toBe(cut(index).replace(/\s+/g, ' '));
    expect(elementsOf(made).filter((tag) => tag.startsWith('title'))).toHaveLength(1);
    expect(elementsOf(made).filter((tag) => tag.includes('"description"'))).toHaveLength(1);
  });

  it('is not put into a page without marks', () => {
    expect(templateOf('<!doctype html><title>Teahouse</title>')).toBeUndefined();
  });

  it('is exactly our tags with exactly these words, whatever the words', () => {
    const units = [
      '<',
      '>',
      '"',
      "'",
      '&',
      '&amp;',
      '</title>',
      '<script>',
      '-->',
      '<!--',
      '$&',
      '$1',
      '\0',
      '\r\n',
      '\u2028',
      '\uD800',
      '\u202E',
      '茶',
      'a',
      ' ',
      '=',
      '`',
      '&#0',
    ];
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...units), maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const head = fc.record({ title: words, description: words, alt: words, url: words });
    const shape = (html: string) =>
      elementsOf(html).map((tag) => tag.replace(/(content=|href=|^title ).*/, '$1'));
    fc.assert(
      fc.property(head, ({ title, description, alt, url }) => {
        const made = template.with({ ...plain, title, description, image: { url, alt } });
        expect(shape(made)).toEqual(shape(template.with(plain)));
        const tags = elementsOf(made);
        const has = (name: string, text: string) =>
          expect(tags).toContain(`meta property="${name}" content=${JSON.stringify(read(text))}`);
        has('og:title', title);
        has('og:description', description);
        has('og:image:alt', alt);
        has('og:image', url);
        expect(tags).toContain(`title ${JSON.stringify(read(`${read(title)} · 茶馆 Teahouse`))}`);
      }),
      { numRuns: 300 },
    );
  });

  it('escapes for every place it is put to', () => {
    expect(escapeText(`<b a='1' c="2">&`)).toBe('&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;');
  });
});
