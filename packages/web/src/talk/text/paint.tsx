import { createElement, type ReactNode } from 'react';
import { langTag } from '../read/lang.ts';
import { saysItself } from './addresses.ts';
import { painted } from './painted.ts';
import { type Block, type Inline, plainWords } from './tree.ts';

/** How the parts are painted that need more than an element. */
export interface Hands {
  /** Words between marks, still as they were written. */
  readonly words: (text: string) => ReactNode;
  /** `plain`: the words are the address. */
  readonly link: (href: string, words: ReactNode, plain: boolean) => ReactNode;
}

// Children are spread: they never change their order, so that they need no keys.
const element = (tag: string, className: string | null, children: readonly ReactNode[]): ReactNode =>
  createElement(tag, className === null ? null : { className }, ...children);

const said = (inlines: readonly Inline[]): string => plainWords([{ kind: 'paragraph', children: inlines }]);

/** Dots for Chinese, a slant for Latin letters: each emphasis in the manner of its own language. */
const emphasis = (inlines: readonly Inline[], hands: Hands): ReactNode =>
  createElement('em', { lang: langTag(null, said(inlines)) }, ...paintLine(inlines, hands));

function link(href: string, inlines: readonly Inline[], hands: Hands): ReactNode {
  const words = said(inlines);
  if (painted(words).trim() === '') return hands.link(href, href, true);
  return hands.link(href, createElement('bdi', null, ...paintLine(inlines, hands)), saysItself(words, href));
}

function paintInline(inline: Inline, hands: Hands): ReactNode {
  switch (inline.kind) {
    case 'text':
      return hands.words(inline.text);
    case 'break':
      return element('br', null, []);
    case 'code':
      return element('code', null, [painted(inline.text)]);
    case 'strong':
      return element('strong', null, paintLine(inline.children, hands));
    case 'emphasis':
      return emphasis(inline.children, hands);
    case 'struck':
      return element('s', null, paintLine(inline.children, hands));
    case 'link':
      return link(inline.href, inline.children, hands);
  }
}

const paintLine = (inlines: readonly Inline[], hands: Hands): ReactNode[] =>
  inlines.map((inline) => paintInline(inline, hands));

function list({ start, items }: Extract<Block, { kind: 'list' }>, hands: Hands): ReactNode {
  const entries = items.map((item) => element('li', null, paintBlocks(item, hands)));
  if (start === null) return element('ul', null, entries);
  // Long numbers would hang out of the page.
  const className = start + items.length > 100 ? 'wide' : undefined;
  return createElement('ol', { start, className }, ...entries);
}

function fence({ info, text }: Extract<Block, { kind: 'fence' }>): ReactNode {
  const caption = info === '' ? [] : [element('span', 'info', [painted(info)])];
  const code = element('pre', null, [element('code', null, [painted(text)])]);
  return element('div', 'fence', [...caption, code]);
}

function paintBlock(block: Block, hands: Hands): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return element('p', null, paintLine(block.children, hands));
    case 'quote':
      return element('blockquote', null, paintBlocks(block.children, hands));
    case 'list':
      return list(block, hands);
    case 'fence':
      return fence(block);
    case 'rule':
      return element('hr', null, []);
    case 'plain':
      return element('p', 'plain', [hands.words(block.text)]);
  }
}

const paintBlocks = (blocks: readonly Block[], hands: Hands): ReactNode[] =>
  blocks.map((block) => paintBlock(block, hands));

/** A tree as React elements: no markup is ever made of a text (Trusted Types). */
export const paint = (blocks: readonly Block[], hands: Hands): ReactNode =>
  createElement('div', null, ...paintBlocks(blocks, hands));
