import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { paint } from './paint.tsx';
import { painted } from './painted.ts';
import { wordsOf } from './words-of.ts';

const markup = (text: string): string =>
  renderToStaticMarkup(
    paint(wordsOf(text), {
      words: painted,
      link: (href, words, plain) => createElement('a', { href, 'data-plain': plain }, words),
    }),
  );

test('a text becomes elements', () => {
  expect(markup('> **a**\n> b')).toBe('<div><blockquote><p><strong>a</strong><br/>b</p></blockquote></div>');
  expect(markup('3. a')).toBe('<div><ol start="3"><li><p>a</p></li></ol></div>');
  expect(markup('```ts\na < b\n```')).toBe(
    '<div><div class="fence"><span class="info">ts</span><pre><code>a &lt; b</code></pre></div></div>',
  );
});
test('emphasis says its language, for dots or a slant', () => {
  expect(markup('*重点* and *stress*')).toBe(
    '<div><p><em lang="zh-CN">重点</em> and <em lang="en">stress</em></p></div>',
  );
});
test('a link whose words are nothing to be seen shows its address', () => {
  for (const words of ['', '\u200B', ' ']) {
    expect(markup(`see [${words}](https://x.example/a)`)).toContain('>https://x.example/a</a>');
  }
});
test('a link whose words are another address does not pass for it', () => {
  expect(markup('[https://bank.example](https://thief.example)')).toContain('data-plain="false"');
  expect(markup('https://bank.example')).toContain('data-plain="true"');
});
test('markup in a text is words', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java&#115;cript:alert(1))',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '<javascript:alert(1)>',
    '<https://x.example/"onmouseover="alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '```html\n<script>alert(1)</script>\n```',
  ]) {
    const html = markup(text);
    expect(html, text).not.toMatch(/<(?:script|img)|href="(?!https?:)|<a[^>]* on\w+=/i);
  }
});

const allowed = new Set('div p br em strong s code pre span blockquote ul ol li hr a bdi'.split(' '));
const attributes = new Set(['href', 'data-plain', 'lang', 'start', 'class']);

test('whatever is written, nothing comes out but the elements and attributes of the subset', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'*_~`>-+#[]()<>!&;:/\\|"\'= \n\t@1.)'),
    fc.constantFrom('https://x', 'javascript:', '](', '```', '<img onerror=', '<script>', '&#60;', 'style='),
    fc.constantFrom('中', '。', '“', 'a', '\u0301', '\u200b', '\u202e', '🍵'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
      for (const [, name, rest] of markup(text).matchAll(/<\/?([a-z0-9]+)((?:\s+[\w-]+="[^"]*")*)\s*\/?>/g)) {
        expect(allowed).toContain(name);
        for (const [, key, value] of (rest ?? '').matchAll(/([\w-]+)="([^"]*)"/g)) {
          expect(attributes).toContain(key);
          if (key === 'href') expect(value).toMatch(/^https?:\/\//);
        }
      }
      // Every "<" is one of those elements: none came out of the text.
      expect(markup(text).replace(/<\/?[a-z0-9]+(?:\s+[\w-]+="[^"]*")*\s*\/?>/g, '')).not.toContain('<');
    }),
    { numRuns: 1500 },
  );
});
