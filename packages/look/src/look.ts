import { type Finding, find } from './finding.ts';
import { type Looked, type LookKind, type LookVerdict, verdicts } from './kinds.ts';
import { lookLimits } from './limits.ts';
import type { Model } from './model/file.ts';
import { scoresOf } from './model/score.ts';
import type { LessonKind } from './near/lessons.ts';
import { repeatsItself } from './near/repeats.ts';
import type { Seen } from './near/window.ts';
import { readText } from './read.ts';
import { advertisingIn } from './rules/advertising.ts';
import { insultRules } from './rules/insult.ts';
import { personalIn } from './rules/personal.ts';
import { sexualRules } from './rules/sexual.ts';
import { threatRules } from './rules/threat.ts';
import { unmaskingIn } from './rules/unmasking.ts';

/** What is known beside the text itself. */
export interface LookContext {
  /** What a window said of the text's fingerprint (near/window.ts). */
  readonly seen?: Seen;
  /** As what a moderator removed a near-duplicate (near/lessons.ts). */
  readonly removed?: LessonKind | undefined;
  /** The trained weights (model/load.ts). Without them nothing is queued or ranked by score. */
  readonly model?: Model;
}

/** How much each kind matters in the queue, before the model's say; from 0 to 1. */
const weight: Readonly<Record<LookKind, number>> = {
  threat: 0.9,
  unmasking: 0.85,
  id: 0.85,
  phone: 0.8,
  address: 0.75,
  sexual: 0.65,
  insult: 0.5,
  flood: 0.6,
  staff: 0.5,
  plate: 0.45,
  advertising: 0.4,
  email: 0.3,
  handle: 0.3,
  'near-duplicate': 0.3,
  'too-long': 0.3,
  link: 0.2,
};

/** The rule of a finding that rests on a moderator's removal alone. */
export const likeRemoved = 'like-removed';

const rules = [...threatRules, ...insultRules, ...sexualRules];
const grave = (verdict: LookVerdict): number => verdicts.indexOf(verdict);

function fromSeen(typed: string, seen: Seen | undefined): Finding[] {
  if (!seen || seen.alike === 0) return [];
  const whole = { start: 0, end: typed.length };
  const found: Finding[] = [{ kind: 'near-duplicate', rule: 'window', verdict: 'queue', ...whole }];
  if (seen.alike >= lookLimits.flood)
    found.push({ kind: 'flood', rule: 'window', verdict: 'queue', ...whole });
  // A variation of what is held as advertising is the same advertising.
  if (seen.held) found.push({ kind: 'advertising', rule: 'like-held', verdict: 'hold', ...whole });
  return found;
}

/** One reason for each kind and place, the graver first where they lie over each other. */
function settled(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...found].sort((a, b) => grave(b.verdict) - grave(a.verdict) || a.start - b.start)) {
    const same = (other: Finding): boolean =>
      other.kind === finding.kind && other.start < finding.end && finding.start < other.end;
    if (!kept.some(same)) kept.push(finding);
    if (kept.length >= lookLimits.reasons) break;
  }
  return kept;
}

/**
 * The first look at a text, at submit (safety.md): refuse it, hold it for a moderator, publish and queue it, or pass.
 * Pure; the time is bounded by the text's length, and no text is remembered.
 */
export function look(text: string, { seen, removed, model }: LookContext = {}): Looked {
  const typed = text.slice(0, lookLimits.characters);
  const reading = readText(typed);
  const found = [
    ...personalIn(reading),
    ...unmaskingIn(reading),
    ...find(rules, reading),
    ...advertisingIn(reading),
    ...fromSeen(typed, seen),
  ];
  if (removed) found.push({ kind: removed, rule: likeRemoved, verdict: 'hold', start: 0, end: typed.length });
  if (repeatsItself(reading.tight.text))
    found.push({ kind: 'flood', rule: 'repeats-itself', verdict: 'queue', start: 0, end: typed.length });
  if (text.length > typed.length)
    found.push({ kind: 'too-long', rule: 'limit', verdict: 'queue', start: typed.length, end: text.length });

  let score = 0;
  if (model) {
    for (const { kind, value } of scoresOf(model, reading.tight.text)) {
      score = Math.max(score, value * weight[kind]);
      if (value >= lookLimits.modelQueues && !found.some((finding) => finding.kind === kind))
        found.push({ kind, rule: 'model', verdict: 'queue', start: 0, end: typed.length });
    }
  }
  const reasons = settled(found);
  const verdict = reasons.reduce<LookVerdict>(
    (worst, reason) => (grave(reason.verdict) > grave(worst) ? reason.verdict : worst),
    'pass',
  );
  const most = Math.max(0, ...reasons.filter(({ rule }) => rule !== 'model').map(({ kind }) => weight[kind]));
  return {
    verdict,
    reasons: reasons.map(({ kind, rule, start, end }) => ({ kind, rule, start, end })),
    // What rules found ranks by its kind; the score orders within, and alone never outranks a rule of the same kind.
    priority: Math.min(1, Math.max(most * 0.9 + score * 0.1, score * 0.9)),
  };
}
