const length = 140;
/** UTF-16 units that are looked at: marks and addresses take some of them. What follows can't be in a list's two lines. */
const looked = 8 * length;

/** What stands before the words of a line: quotation marks, a bullet, a number. */
const lineMarks = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*/;
/** A line that is nothing but a fence or a rule. */
const noWords = /^[ \t]*(?:`{3,}|~{3,}|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$)/;
/** Marks come in pairs around words that touch them; a lone one is a letter like any other. */
const pairs = [
  /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g,
  /~~(?=\S)([^~]+?)(?<=\S)~~/g,
  /\*(?=\S)([^*\n]+?)(?<=\S)\*/g,
  /`+([^`\n]+)`+/g,
  /(?<![\p{L}\p{N}_])__?(?=\S)([^_]+?)(?<=\S)__?(?![\p{L}\p{N}_])/gu,
];
/** A link is its words; without words, its address. */
const link = /\[([^[\]\n]*)\]\((https?:\/\/[^\s()]*)(?:[ \t]+"[^"\n]*")?\)/gi;

/**
 * The words of a text without the marks of its Markdown: a glance, not a parser (that one is the reader's, in
 * `web/talk/text`). Where it is wrong, a mark stays to be seen; what is lost are the addresses of links
 * and the names behind fences.
 */
function plain(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => !noWords.test(line))
    .map((line) => line.replace(lineMarks, ''))
    .join('\n')
    .replace(link, (_all, words: string, address: string) => (words.trim() === '' ? address : words));
  return pairs.reduce((words, pair) => words.replace(pair, '$1'), lines);
}

/** The beginning of a text on one line, in code points, as lists show it: words without marks. */
export function excerptOf(text: string): string {
  const start = text.slice(0, looked);
  const words = plain(start);
  // A text of nothing but marks is shown as it is.
  const line = (words.trim() === '' ? start : words).replace(/\s+/g, ' ').trim();
  const points = [...line];
  return points.length <= length ? line : `${points.slice(0, length).join('').trimEnd()}…`;
}
