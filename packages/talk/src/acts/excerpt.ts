const length = 140;
/** UTF-16 units that are looked at: marks and addresses take some of them. What follows can't be in a list's two lines. */
const looked = 8 * length;
/** Marks within marks that are taken off; the reader's parser shows no more of them either. */
const deepest = 6;

/** What stands before the words of a line: quotation marks, a bullet, a number. */
const lineMarks = /^[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)*/;
/** A line that opens or ends a stretch of code. Backticks have none behind them, or it is code within a line. */
const fence = /^[ \t]*(`{3,}(?!.*`)|~{3,})/;
/** A line that is nothing but a rule. */
const rule = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** Marks come in pairs around words that touch them; a lone one is a letter like any other. */
const pairs = [
  /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/g,
  /~~(?=\S)([^~]+?)(?<=\S)~~/g,
  /\*(?=\S)([^*\n]+?)(?<=\S)\*/g,
  /(?<![\p{L}\p{N}_])__?(?=\S)([^_]+?)(?<=\S)__?(?![\p{L}\p{N}_])/gu,
];
/** Code within a line: as many backticks behind it as before it. */
const code = /(?<![`\\])(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g;
/** A link is its words; without words, its address. */
const link = /\[([^[\]\n]*)\]\((https?:\/\/[^\s()]*)(?:[ \t]+"[^"\n]*")?\)/gi;
/** An address in angle brackets. */
const autolink = /<(https?:\/\/[^\s<>]+)>/gi;
/** A mark that is meant as a letter. */
const escaped = /\\([!-/:-@[-`{-~])/g;
/** Marks that touch no word mark none. */
const lone = /(?<=\s)[*_~]+(?=\s)/g;

// Letters that must not be read as marks are put away above Unicode's last public plane, and fetched back at the end.
const away = 0xf0000;
const mark = /[!-/:-@[-`{-~\\]/g;
const putAway = (text: string): string =>
  text.replace(mark, (c) => String.fromCodePoint(away + c.charCodeAt(0)));
const fetchBack = (text: string): string =>
  text.replace(/[\u{F0021}-\u{F007E}]/gu, (c) => String.fromCharCode((c.codePointAt(0) ?? away) - away));

/** The lines of a text without what stands before their words, and those of code put away. */
function wordsOfLines(text: string): string {
  const words: string[] = [];
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const bare = line.replace(lineMarks, '');
    const [, edge = null] = fence.exec(bare) ?? [];
    if (open !== null) {
      if (edge?.startsWith(open) && bare.trim() === edge) open = null;
      else words.push(putAway(line));
    } else if (edge !== null) open = edge;
    else if (!rule.test(line) && !rule.test(bare)) words.push(bare);
  }
  return words.join('\n');
}

/** Takes off pairs of marks until none is left: they stand within each other. */
function withoutPairs(text: string): string {
  let words = text;
  for (let depth = 0; depth < deepest; depth += 1) {
    const before = words;
    words = pairs.reduce((left, pair) => left.replace(pair, '$1'), words);
    if (words === before) break;
  }
  return words;
}

/**
 * The words of a text without the marks of its Markdown: a glance, not a parser (that one is the reader's, in
 * `web/talk/text`; `testbed/src/excerpt.test.ts` holds the two against each other). Where it is wrong, a mark stays to be
 * seen; what is lost are the addresses of links and the names behind fences.
 */
function plain(text: string): string {
  const lines = wordsOfLines(text)
    .replace(code, (_all, _ticks, words: string) => putAway(words))
    .replace(escaped, (_all, c: string) => putAway(c))
    .replace(lone, putAway)
    .replace(autolink, (_all, address: string) => putAway(address))
    .replace(link, (_all, words: string, address: string) =>
      words.trim() === '' ? putAway(address) : words,
    );
  return fetchBack(withoutPairs(lines));
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
