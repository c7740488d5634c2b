/** What stands in a line of a post. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck'; readonly children: readonly Inline[] }
  /** `href` came through `addressOf`: http or https, nothing else. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** What a post consists of. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  /** `start` is null for a list without numbers. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  /** `info` is what was written behind the opening fence: signed words, so they are shown. */
  | { readonly kind: 'fence'; readonly info: string; readonly text: string }
  | { readonly kind: 'rule' }
  /** A text as it was written, marks and all. */
  | { readonly kind: 'plain'; readonly text: string };

function wordsOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'break':
      return '\n';
    case 'text':
    case 'code':
      return inline.text;
    default:
      return inline.children.map(wordsOfInline).join('');
  }
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.children.map(wordsOfInline).join('');
    case 'quote':
      return plainWords(block.children);
    case 'list':
      return block.items.map(plainWords).join('\n');
    case 'fence':
      return block.info === '' ? block.text : `${block.info}\n${block.text}`;
    case 'rule':
      return '';
    case 'plain':
      return block.text;
  }
}

/** The words of a tree without their marks, one block a line. */
export const plainWords = (blocks: readonly Block[]): string =>
  blocks
    .map(wordsOfBlock)
    .filter((words) => words !== '')
    .join('\n');

/** How many nodes a tree has: what a browser has to lay out. */
export function sizeOf(nodes: readonly (Block | Inline)[]): number {
  let size = 0;
  for (const node of nodes) {
    size += 1;
    if ('children' in node) size += sizeOf(node.children);
    if ('items' in node) for (const item of node.items) size += 1 + sizeOf(item);
  }
  return size;
}
