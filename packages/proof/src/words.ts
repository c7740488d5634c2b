import type { DirectoryContent } from '@teahouse/protocol/record';
import type { UnusableReason } from './errors.ts';
import type { CheckCode, Said, Verdict } from './verdict.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** A verdict in plain sentences. */
export interface VerdictWords {
  readonly headline: string;
  /** What is proven; empty when it is not. */
  readonly proves: readonly string[];
  /** One sentence for each check that failed. */
  readonly failed: readonly string[];
  /** What not even a sound proof shows; empty where nothing is proven. */
  readonly notProven: readonly string[];
}

/** Names to say instead of ids. */
export type Names = DirectoryContent;

/** What the sentences are made of: the parts of a verdict that passed their checks. */
export interface Facts extends Said {
  readonly instance: string;
  readonly room: string;
  readonly n: number;
  readonly acceptedBy: Date;
  /** Name of the company or industry that the label shows; empty where it shows none. */
  readonly who: string;
  /** Whether the keys of the logs were compared with known ones. */
  readonly isCompared: boolean;
}

/** The sentences of a language. */
export interface Language {
  headline(facts: Facts): string;
  proves(facts: Facts): string[];
  notProven(facts: Facts): string[];
  readonly refused: string;
  readonly failed: Readonly<Record<CheckCode, string>>;
  readonly unusable: Readonly<Record<UnusableReason, string>>;
}

export type Lang = 'zh' | 'en';
const languages: Readonly<Record<Lang, Language>> = { zh: chinese, en: english };

/** Says what a verdict means, for the command line and the page alike. `names` is a directory, where one is at hand. */
export function verdictWords(verdict: Verdict, lang: Lang, names?: Names | undefined): VerdictWords {
  const language = languages[lang];
  const facts = factsOf(verdict, lang, names);
  const failed = verdict.checks
    .filter(({ state }) => state === 'failed')
    .map(({ code }) => language.failed[code]);
  if (!facts) return { headline: language.refused, proves: [], failed, notProven: [] };
  return {
    headline: language.headline(facts),
    proves: language.proves(facts),
    failed,
    notProven: language.notProven(facts),
  };
}

/** Says why a file can't be judged at all. */
export function unusableWords(reason: UnusableReason, lang: Lang): string {
  return languages[lang].unusable[reason];
}

function factsOf({ outcome, checks, what }: Verdict, lang: Lang, names?: Names): Facts | null {
  const { instance, room, n, acceptedBy } = what;
  if (outcome !== 'proven' || instance === null || room === null || n === null || !acceptedBy) return null;
  const isCompared = checks.some(({ code, state }) => code === 'keys-trusted' && state === 'ok');
  return { ...what, instance, room, n, acceptedBy, isCompared, who: nameOf(what.label, lang, names) };
}

function nameOf(label: Said['label'], lang: Lang, names?: Names): string {
  const named = (id: string, list: Names['industries'] = []) =>
    list.find((of) => of.id === id)?.name[lang] || id;
  if (label.kind === 'company') return named(label.company, names?.companies);
  return label.kind === 'industry' ? named(label.industry, names?.industries) : '';
}
