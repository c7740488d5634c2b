import markdownIt, { type StateBlock } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { addressOf } from './addresses.ts';

/**
 * The subset of Markdown that a post may use. markdown-it, because its time grows with the text alone: 10,000 hostile
 * characters took it at most 50 ms, micromark up to 1.7 s (`*` 5,000 deep). No HTML, no images, no headings (`#` is
 * how topics are written), no references, no character entities, no code by indentation.
 */
const constructs = [
  ...['blockquote', 'list', 'fence', 'hr'],
  ...['escape', 'newline', 'emphasis', 'strikethrough', 'backticks', 'link', 'autolink'],
];

/** Quotes count one, lists two: so many levels, then everything is a paragraph. */
const deepest = 8;

/**
 * What lies deeper is written out as it is. The parser's own limit (`maxNesting`) would drop the words, and what
 * somebody signed must not vanish.
 */
function tooDeep(state: StateBlock, startLine: number, endLine: number): boolean {
  if (state.level < deepest) return false;
  const isOut = (line: number) => state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent;
  let next = startLine + 1;
  while (next < endLine && !isOut(next)) next += 1;
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, next, state.blkIndent, false).trim();
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = next;
  return true;
}

/** A line without `>` is not part of a quotation: nobody's answer may slip into another's mouth (no lazy lines). */
const leavesQuote = (state: StateBlock, _line: number, _end: number, silent: boolean): boolean =>
  silent && state.parentType === 'blockquote';

/** Nor is a line that is not indented part of a list's item. */
const leavesItem = (state: StateBlock, line: number, _end: number, silent: boolean): boolean =>
  silent && state.parentType === 'paragraph' && (state.sCount[line] ?? 0) < state.blkIndent;

function createParser() {
  const parser = markdownIt('zero', { html: false, maxNesting: 20 }).use(cjkFriendly).enable(constructs);
  const { ruler } = parser.block;
  ruler.before('blockquote', 'too-deep', tooDeep);
  ruler.before('blockquote', 'leaves-quote', leavesQuote, { alt: ['blockquote'] });
  ruler.before('blockquote', 'leaves-item', leavesItem, { alt: ['paragraph'] });
  parser.validateLink = (address) => addressOf(address) !== null;
  parser.normalizeLink = (address) => addressOf(address) ?? address;
  parser.normalizeLinkText = (address) => address;
  return parser;
}

/** The one parser of the app. Its state lives in each call. */
export const parser = createParser();
