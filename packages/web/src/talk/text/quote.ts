/** Code points of another's words that are quoted when nothing is selected. */
const longest = 300;

/** What was said, without what it quoted itself: no towers of quotations. Where there is nothing else, all of it. */
function ownLines(text: string): string {
  const own = text
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .trim();
  return own === '' ? text.trim() : own;
}

/** Another's words, or the part that was selected, as a quotation in Markdown; ends with an empty line to write on. */
export function quoteOf(text: string): string {
  const points = [...ownLines(text.slice(0, 10 * longest))];
  const words = points.length > longest ? `${points.slice(0, longest).join('').trimEnd()}…` : points.join('');
  const lines = words.replace(/\n{3,}/g, '\n\n').split('\n');
  return `${lines.map((line) => (line.trim() === '' ? '>' : `> ${line}`)).join('\n')}\n\n`;
}

/** A draft with a quotation added at its end, an empty line between the two. */
export function withQuote(draft: string, quote: string): string {
  const before = draft.trimEnd();
  return before === '' ? quote : `${before}\n\n${quote}`;
}
