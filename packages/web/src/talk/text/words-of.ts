import type { Token } from 'markdown-it';
import { withLinks } from './addresses.ts';
import { painted } from './painted.ts';
import { parser } from './parser.ts';
import { type Block, type Inline, plainWords, sizeOf } from './tree.ts';

/** Nodes of one post; a text of more is nothing but marks and is shown as it was written. */
const mostNodes = 3000;
/** UTF-16 units that are parsed: what 10,000 characters can at most have (`talkLimits.textCharacters`). */
const mostUnits = 20_000;
/** Levels of emphasis; deeper ones add nothing to be seen. */
const deepestMarks = 6;

type Marked = Extract<Inline, { children: readonly Inline[] }>;

/** The mark that a token opens. Every other token that opens something is none of the subset's. */
function markOf(token: Token, children: Inline[]): Marked | null {
  switch (token.type) {
    case 'strong_open':
      return { kind: 'strong', children };
    case 'em_open':
      return { kind: 'emphasis', children };
    case 's_open':
      return { kind: 'struck', children };
    case 'link_open': {
      const href = String(token.attrGet('href') ?? '');
      return href === '' ? null : { kind: 'link', href, children };
    }
    default:
      return null;
  }
}

function leavesOf(token: Token, inLink: boolean): Inline[] {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'code_inline':
      return [{ kind: 'code', text: token.content }];
    default:
      if (token.content === '') return [];
      return inLink ? [{ kind: 'text', text: token.content }] : withLinks(token.content);
  }
}

/** A link's title would be seen by whoever has a mouse only, so it is said behind the words. */
const titleOf = (token: Token): Inline[] => {
  const title = token.attrGet('title');
  return title ? [{ kind: 'text', text: ` “${title}”` }] : [];
};

function inlinesOf(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  const open: { children: Inline[]; after: Inline[]; link: boolean }[] = [];
  for (const token of tokens) {
    const around = open.at(-1) ?? { children: root, after: [], link: false };
    if (token.nesting === 1) {
      const children: Inline[] = [];
      const mark = open.length < deepestMarks ? markOf(token, children) : null;
      if (mark) around.children.push(mark);
      open.push({
        children: mark ? children : around.children,
        after: titleOf(token),
        link: around.link || mark?.kind === 'link',
      });
    } else if (token.nesting === -1) {
      const closed = open.pop();
      (open.at(-1)?.children ?? root).push(...(closed?.after ?? []));
    } else {
      around.children.push(...leavesOf(token, around.link));
    }
  }
  return root;
}

const startOf = (token: Token): number => Number(token.attrGet('start') ?? 1);

function blocksOf(tokens: readonly Token[]): Block[] {
  const root: Block[] = [];
  /** Where the next block goes; the items of the list that is open. */
  const blocks: Block[][] = [root];
  const lists: Block[][][] = [];
  for (const token of tokens) {
    const here = blocks.at(-1) ?? root;
    switch (token.type) {
      case 'blockquote_open': {
        const children: Block[] = [];
        here.push({ kind: 'quote', children });
        blocks.push(children);
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const items: Block[][] = [];
        here.push({ kind: 'list', start: token.type === 'bullet_list_open' ? null : startOf(token), items });
        lists.push(items);
        break;
      }
      case 'list_item_open': {
        const item: Block[] = [];
        lists.at(-1)?.push(item);
        blocks.push(item);
        break;
      }
      case 'blockquote_close':
      case 'list_item_close':
        blocks.pop();
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        break;
      case 'inline':
        here.push({ kind: 'paragraph', children: inlinesOf(token.children ?? []) });
        break;
      case 'fence':
        here.push({ kind: 'fence', info: token.info.trim(), text: token.content.replace(/\n$/, '') });
        break;
      case 'hr':
        here.push({ kind: 'rule' });
    }
  }
  return root;
}

/**
 * The tree of a post's text. Never throws. A text that is too long, has too many marks or nothing but marks comes back
 * as one plain block: whatever was signed is to be seen.
 */
export function wordsOf(text: string): readonly Block[] {
  const plain: readonly Block[] = [{ kind: 'plain', text }];
  if (text.length > mostUnits) return plain;
  const blocks = blocksOf(parser.parse(text, {}));
  return sizeOf(blocks) > mostNodes || painted(plainWords(blocks)).trim() === '' ? plain : blocks;
}

/** The words of a text alone, for a line that points at it. */
export const plainOf = (text: string): string => plainWords(wordsOf(text));
