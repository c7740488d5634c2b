import { type Lang, type UnusableReason, unusableWords, type Verdict, verdictWords } from '@teahouse/proof';

/** What a file was found to be. */
export type Result =
  | { readonly file: string; readonly outcome: 'proven' | 'not-proven'; readonly verdict: Verdict }
  | {
      readonly file: string;
      readonly outcome: 'unusable';
      readonly why: UnusableReason | 'unreadable';
      /** The system's words, where the file itself could not be read. */
      readonly detail?: string;
    };

const headings = {
  zh: {
    said: '原话',
    proves: '它证明',
    failed: '没有通过的',
    notProven: '它不证明',
    keys: '日志公钥的指纹',
    issuer: '签发日志',
    talk: '发言日志',
    unreadable: '文件读不出来',
  },
  en: {
    said: 'The words',
    proves: 'It proves',
    failed: 'What failed',
    notProven: 'It does not prove',
    keys: 'Fingerprints of the log keys',
    issuer: "the issuer's log",
    talk: "talk's log",
    unreadable: 'the file could not be read',
  },
} as const;

/** Others wrote it: nothing in it may move the cursor of a terminal or turn the direction of its text. */
const plainLines = (text: string): string[] =>
  text.split('\n').map((line) => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu, ' '));

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  · ${line}`)];

/** What was found, in lines for a person. */
export function resultLines(result: Result, lang: Lang): string[] {
  const words = headings[lang];
  const title = plainLines(result.file).join(' ');
  if (result.outcome === 'unusable') {
    const { why, detail } = result;
    return [title, why === 'unreadable' ? `${words.unreadable}: ${detail}` : unusableWords(why, lang)];
  }
  const { verdict } = result;
  const { what } = verdict;
  const { headline, proves, failed, notProven } = verdictWords(verdict, lang);
  const said = [what.title, what.text].filter((text) => text !== null).flatMap(plainLines);
  const keys = [
    ...(what.logKeys.issuer ? [`${words.issuer} ${what.logKeys.issuer}`] : []),
    ...(what.logKeys.talk ? [`${words.talk} ${what.logKeys.talk}`] : []),
  ];
  return [
    title,
    headline,
    ...(said.length > 0 ? ['', words.said, ...said.map((line) => `  │ ${line}`)] : []),
    ...section(words.failed, failed),
    ...section(words.proves, proves),
    ...section(words.notProven, notProven),
    ...section(words.keys, keys),
  ];
}

/** The same for programs: codes are stable, words are not. */
export function resultJson(result: Result, lang: Lang): unknown {
  if (result.outcome === 'unusable') return result;
  const { verdict, ...rest } = result;
  return { ...rest, checks: verdict.checks, what: verdict.what, words: verdictWords(verdict, lang) };
}
