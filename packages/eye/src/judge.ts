import { type EyeReason, type EyeVerdict, eyeVerdicts, type SeenPicture } from './kinds.ts';
import { eyeLimits } from './limits.ts';
import type { Scan } from './scan/scanner.ts';
import type { Sight } from './sight.ts';

/** All that is known of one picture. */
export interface Known {
  readonly sight: Sight;
  /** Bits to the nearest banned picture; Infinity where none is near. */
  readonly nearest: number;
  /** Undefined where the operator has no scanner. */
  readonly scan: Scan | undefined;
}

interface Finding extends EyeReason {
  readonly verdict: Exclude<EyeVerdict, 'pass'>;
  /** From 0 to 1. */
  readonly priority: number;
}

/** What a picture's sight, the banned pictures and the scanner come to: reasons, gravest first, and what is done. */
export function judge({ sight, nearest, scan }: Known): SeenPicture {
  const found = [...ofKnown(nearest), ...ofScan(scan), ...ofSight(sight)].sort(
    (a, b) => eyeVerdicts.indexOf(b.verdict) - eyeVerdicts.indexOf(a.verdict) || b.priority - a.priority,
  );
  return {
    verdict: found[0]?.verdict ?? 'pass',
    reasons: found.map(({ kind, rule }) => ({ kind, rule })),
    priority: Math.max(0, ...found.map(({ priority }) => priority)),
    hashes: sight.kind === 'seen' ? [...sight.hashes] : [],
  };
}

function ofKnown(nearest: number): Finding[] {
  const found = { kind: 'known-picture', priority: 0.95 } as const;
  if (nearest <= eyeLimits.knownBlocks) return [{ ...found, rule: 'same', verdict: 'block' }];
  if (nearest <= eyeLimits.knownHolds) return [{ ...found, rule: 'alike', verdict: 'hold' }];
  return [];
}

function ofScan(scan: Scan | undefined): Finding[] {
  if (scan === 'infected') return [{ kind: 'malware', rule: 'clamav', verdict: 'block', priority: 0.9 }];
  return scan === 'away' ? [unchecked('clamav-away')] : [];
}

function ofSight(sight: Sight): Finding[] {
  if (sight.kind !== 'seen') return [unchecked(sight.kind)];
  if (!sight.scores) return [unchecked('no-model')];
  // `sexy` fires on clothed people and never decides.
  const score = sight.scores.porn + sight.scores.hentai;
  const found = { kind: 'sexual-picture', priority: Math.min(0.85, score * 0.85) } as const;
  if (score > eyeLimits.sexualHolds) return [{ ...found, rule: 'nsfw-high', verdict: 'hold' }];
  if (score > eyeLimits.sexualQueues) return [{ ...found, rule: 'nsfw-maybe', verdict: 'queue' }];
  return [];
}

/** What could not be looked at waits for a moderator and is not lost. */
const unchecked = (rule: string): Finding => ({ kind: 'unchecked', rule, verdict: 'hold', priority: 0.5 });
