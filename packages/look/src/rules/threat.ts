import type { LookRule } from '../finding.ts';
import { threatEn } from './threat-en.ts';
import { threatVeiledEn } from './threat-veiled-en.ts';
import { threatVeiledZh } from './threat-veiled-zh.ts';
import { threatZh } from './threat-zh.ts';

/** Threats. A plain one refuses the post; a vague one is published and queued (safety.md). */
export const threatRules: readonly LookRule[] = [
  ...threatZh,
  ...threatVeiledZh,
  ...threatEn,
  ...threatVeiledEn,
];
