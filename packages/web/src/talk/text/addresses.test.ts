import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, hostOf, saysItself, withLinks } from './addresses.ts';

const linked = (text: string) => withLinks(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

test('only http and https are addresses', () => {
  expect(addressOf('https://x.example/a?b#c')).toBe('https://x.example/a?b#c');
  expect(addressOf('HTTP://X.example')).toBe('http://x.example/');
  for (const none of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' https://x.example',
    'data:text/html,a',
    'vbscript:a',
    'file:///etc/passwd',
    'blob:https://x.example/a',
    '//x.example',
    '/r/square',
    'https:x.example',
    'https:\\\\x.example',
    'https://',
    'mailto:a@x.example',
  ]) {
    expect(addressOf(none), none).toBeNull();
  }
});
test('an address that carries a name, to look like another host, is none', () => {
  expect(addressOf('https://bank.example@thief.example')).toBeNull();
  expect(addressOf('https://a:b@thief.example')).toBeNull();
});
test('a host is named in the letters that the network sees', () => {
  expect(hostOf(addressOf('https://аpple.example') ?? '')).toBe('xn--pple-43d.example');
});
test('words that are the address need no host beside them', () => {
  expect(saysItself('https://x.example', 'https://x.example/')).toBe(true);
  expect(saysItself('x.example/a', 'https://x.example/a')).toBe(true);
  expect(saysItself('https://bank.example', 'https://thief.example/')).toBe(false);
  expect(saysItself('here', 'https://x.example/')).toBe(false);
});
test('a bare address ends where the sentence goes on', () => {
  expect(linked('看 https://x.example/a，很好')).toEqual(['https://x.example/a']);
  expect(linked('看https://x.example/a。很好')).toEqual(['https://x.example/a']);
  expect(linked('(https://x.example/a). (https://x.example/b_(c))')).toEqual([
    'https://x.example/a',
    'https://x.example/b_(c)',
  ]);
  expect(linked('https://x.example/?a=1&b=2!')).toEqual(['https://x.example/?a=1&b=2']);
  expect(linked('xhttps://x.example')).toEqual([]);
});
test('no word of a text is lost when its addresses are found', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('https://', 'http://', 'x.example', ...'/()[].,:;!? a字。'),
      fc.string({ maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(text, (written) => {
      const words = withLinks(written).map((part) =>
        part.kind === 'link'
          ? part.children.map((c) => (c.kind === 'text' ? c.text : '')).join('')
          : part.kind === 'text'
            ? part.text
            : '',
      );
      expect(words.join('')).toBe(written);
    }),
    { numRuns: 1000 },
  );
});
