import type { Reason } from '@teahouse/contract/desk';
import { HouseRule } from '@teahouse/contract/talk';
import { z } from 'zod';
import type { CaseRow } from './store.ts';

/** What the first look can see (safety.md), by the rule of the house that it would break. */
const kindsByRule: Partial<Record<HouseRule, readonly string[]>> = {
  threat: ['threat'],
  'personal-data': ['phone', 'id', 'plate', 'email', 'handle', 'staff', 'address', 'unmasking'],
  insult: ['insult'],
  sexual: ['sexual'],
  advertising: ['advertising', 'link'],
  flooding: ['near-duplicate', 'flood', 'too-long'],
};

export const kindsOf = (rule: HouseRule): readonly string[] => kindsByRule[rule] ?? [];

const ruleOf = (kind: string): HouseRule =>
  HouseRule.options.find((rule) => kindsOf(rule).includes(kind)) ?? 'other';

const Look = z.object({ reasons: z.array(z.object({ kind: z.string(), rule: z.string() })) });

/** Why a case is on the desk: what the first look saw, each of its rules once, and what people reported. */
export function reasonsOf({ look, reported }: Pick<CaseRow, 'look' | 'reported'>): z.infer<typeof Reason>[] {
  const seen = Look.safeParse(look).data?.reasons ?? [];
  const once = new Map(seen.map(({ kind, rule }) => [`${kind} ${rule}`, { kind, rule }]));
  return [
    ...[...once.values()].map(({ kind, rule }) => ({
      ...{ from: 'look' as const, rule: ruleOf(kind), hint: `${kind}/${rule}`, n: 1 },
    })),
    ...(reported ?? []).map(([rule, n]) => ({
      ...{ from: 'report' as const, rule: HouseRule.parse(HouseRule.options[rule]), hint: null, n },
    })),
  ];
}
