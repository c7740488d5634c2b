/** A change of a text: `insert` takes the place of `from`–`to`, then `select` is selected. UTF-16 offsets. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [number, number];
}

export type Mark = 'bold' | 'quote' | 'list' | 'link' | 'code';

const bold = '**';

/** Puts a mark around the selection, or takes it away where it is. */
function around(text: string, from: number, to: number, mark: string): Change {
  const length = mark.length;
  const words = text.slice(from, to);
  const marked = text.slice(from - length, from) === mark && text.slice(to, to + length) === mark;
  if (marked && from >= length) {
    return { from: from - length, to: to + length, insert: words, select: [from - length, to - length] };
  }
  return { from, to, insert: mark + words + mark, select: [from + length, to + length] };
}

/** Puts a sign before each line of the selection, or takes it away where all have it. */
function before(text: string, start: number, end: number, sign: string): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  const to = after === -1 ? text.length : after;
  const lines = text.slice(from, to).split('\n');
  const marked = lines.every((line) => line.startsWith(sign));
  const insert = lines.map((line) => (marked ? line.slice(sign.length) : sign + line)).join('\n');
  const last = from + insert.length;
  return { from, to, insert, select: start === end ? [last, last] : [from, last] };
}

/** A link to be filled in: the address where there are words, the words where the selection is an address. */
function link(text: string, from: number, to: number): Change {
  const words = text.slice(from, to);
  if (/^https?:\/\/\S+$/i.test(words)) {
    return { from, to, insert: `[](${words})`, select: [from + 1, from + 1] };
  }
  const address = from + words.length + 3;
  return {
    from,
    to,
    insert: `[${words}](https://)`,
    select: words === '' ? [from + 1, from + 1] : [address, address + 'https://'.length],
  };
}

/** Code within a line, or between two fences where it has lines of its own; with more backticks than it has itself. */
function code(text: string, from: number, to: number): Change {
  const words = text.slice(from, to);
  const runs = words.match(/`+/g) ?? [];
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  if (!words.includes('\n')) return around(text, from, to, '`'.repeat(longest + 1));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  const above = from === 0 || text[from - 1] === '\n' ? '' : '\n';
  const below = to === text.length || text[to] === '\n' ? '' : '\n';
  const first = from + above.length + fence.length + 1;
  return {
    from,
    to,
    insert: `${above}${fence}\n${words}\n${fence}${below}`,
    select: [first, first + words.length],
  };
}

/** What a button of the toolbar does to the text whose `from`–`to` is selected. */
export function markChange(mark: Mark, text: string, from: number, to: number): Change {
  switch (mark) {
    case 'bold':
      return around(text, from, to, bold);
    case 'quote':
      return before(text, from, to, '> ');
    case 'list':
      return before(text, from, to, '- ');
    case 'link':
      return link(text, from, to);
    case 'code':
      return code(text, from, to);
  }
}

/** Lines up to which the browser may write them itself: it takes seconds for a thousand. */
const mostLines = 100;

/** Carries a change out in a field, in a way that the browser's own "undo" takes back (but for very long ones). */
export function applyChange(field: HTMLTextAreaElement, { from, to, insert, select }: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  const short = insert.split('\n').length <= mostLines;
  if (!short || !document.execCommand(insert === '' ? 'delete' : 'insertText', false, insert)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...select);
}
