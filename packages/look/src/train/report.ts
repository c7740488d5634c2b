import type { Looked, LookKind, LookVerdict } from '../kinds.ts';
import { look } from '../look.ts';
import { type Model, modelKinds } from '../model/file.ts';
import { scoresOf } from '../model/score.ts';
import { readText } from '../read.ts';
import { type Labelled, type Language, languages, type SetName, sentencesOf, sets } from './sentences.ts';

interface Judged extends Labelled {
  readonly looked: Looked;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === whole || part === 0 ? 0 : 1)} %`;
const of = (part: number, whole: number): string => `${percent(part, whole)} (${part}/${whole})`;

const judge = (lines: readonly Labelled[], model?: Model): Judged[] =>
  lines.map((line) => ({ ...line, looked: look(line.text, model ? { model } : {}) }));

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Precision and recall of a yes or no, in words. */
function pair(judged: readonly Judged[], said: (j: Judged) => boolean, is: (j: Judged) => boolean): string[] {
  const right = judged.filter((j) => said(j) && is(j)).length;
  return [of(right, judged.filter(said).length), of(right, judged.filter(is).length)];
}

const verdictRow = (name: string, judged: readonly Judged[], verdict: LookVerdict): string[] => [
  name,
  verdict,
  ...pair(
    judged,
    (j) => j.looked.verdict === verdict,
    (j) => j.verdict === verdict,
  ),
];

const measured: readonly LookKind[] = [
  'phone',
  'id',
  'unmasking',
  'address',
  'handle',
  'email',
  'plate',
  'staff',
  'threat',
  'insult',
  'sexual',
  'advertising',
];

/** The area under the curve: how often a text of the kind scores above one that is not of it. */
function areaOf(model: Model, lines: readonly Labelled[], kind: LookKind): string {
  const scored = lines.map(({ text, kinds }) => ({
    is: kinds.includes(kind),
    value: scoresOf(model, readText(text).tight.text).find((score) => score.kind === kind)?.value ?? 0,
  }));
  const yes = scored.filter(({ is }) => is);
  const no = scored.filter(({ is }) => !is);
  let above = 0;
  for (const a of yes) for (const b of no) above += a.value > b.value ? 1 : a.value === b.value ? 0.5 : 0;
  return (above / (yes.length * no.length || 1)).toFixed(3);
}

const forEachPart = <T>(what: (set: SetName, language: Language) => T): T[] =>
  sets.flatMap((set) => languages.map((language) => what(set, language)));

/** Refused, held or queued: a moderator or the author hears of it. */
const seen = (j: Judged): boolean => j.looked.verdict !== 'pass';
const wanted = (j: Judged): boolean => j.verdict !== 'pass';

/** The tables of docs/first-look.md. The same for the same rules, weights and sentences, on every machine. */
export function reportOf(model: Model): string {
  const parts = forEachPart((set, language) => {
    const lines = sentencesOf(set, language);
    return { set, language, lines, rules: judge(lines), both: judge(lines, model) };
  });
  const verdictRows = parts.flatMap(({ set, language, rules, both }) => [
    verdictRow(`${set} ${language}`, both, 'block'),
    verdictRow('', both, 'hold'),
    verdictRow('', rules, 'queue'),
    ['', 'any of the three', ...pair(rules, seen, wanted)],
    ['', 'any, with the model', ...pair(both, seen, wanted)],
  ]);
  const kindRows = measured.flatMap((kind) =>
    languages.map((language) => [
      `${kind} ${language}`,
      ...(['held', 'fresh2'] as const).flatMap((set) => {
        const part = parts.find((p) => p.set === set && p.language === language);
        return pair(
          part?.both ?? [],
          ({ looked }) => looked.reasons.some((reason) => reason.kind === kind),
          ({ kinds }) => kinds.includes(kind),
        );
      }),
    ]),
  );
  const areas = modelKinds.map((kind) => [
    kind,
    ...languages.flatMap((language) =>
      (['held', 'fresh2'] as const).map((set) => areaOf(model, sentencesOf(set, language), kind)),
    ),
  ]);
  return [
    table(
      ['sentences', 'kinds marked', 'ordinary'],
      parts.map(({ set, language, lines }) => [
        `${set} ${language}`,
        String(lines.filter(({ kinds }) => kinds.length > 0).length),
        String(lines.filter(({ kinds }) => kinds.length === 0).length),
      ]),
    ),
    table(['sentences', 'verdict', 'precision', 'recall'], verdictRows),
    table(['kind', 'held: precision', 'held: recall', 'fresh2: precision', 'fresh2: recall'], kindRows),
    table(['model alone, area under the curve', 'zh held', 'zh fresh2', 'en held', 'en fresh2'], areas),
  ].join('\n\n');
}

/** CPU time of one look on this machine, in words: for a sentence, a long post, and the model alone. */
export function timesOf(model: Model): string {
  const lines = languages.flatMap((language) => sentencesOf('held', language)).map(({ text }) => text);
  const long = lines.join(' ').slice(0, 10_000);
  const timed = (times: number, work: () => void): string => {
    work();
    const from = process.cpuUsage();
    for (let i = 0; i < times; i++) work();
    const { user, system } = process.cpuUsage(from);
    return ((user + system) / 1000 / times).toFixed(3);
  };
  let next = 0;
  const sentence = timed(2_000, () => void look(lines[next++ % lines.length] ?? '', { model }));
  const post = timed(20, () => void look(long, { model }));
  const alone = timed(5_000, () => void scoresOf(model, lines[next++ % lines.length] ?? ''));
  return `\nCPU ms on this machine: a sentence ${sentence}, 10,000 characters ${post}, the model alone ${alone}.`;
}
