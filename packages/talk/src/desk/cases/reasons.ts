import type { Reason } from '@teahouse/contract/desk';
import { HouseRule } from '@teahouse/contract/talk';
import { z } from 'zod';
import { ruleOf } from '../../order/index.ts';
import type { CaseRow } from './store.ts';

const rules: Readonly<Record<string, HouseRule>> = ruleOf;

/** What the first look can see that is about a rule of the house. */
export const kindsOf = (rule: HouseRule): string[] =>
  Object.keys(rules).filter((kind) => rules[kind] === rule);

const Look = z.object({ reasons: z.array(z.object({ kind: z.string(), rule: z.string() })) });

/** Why a case is on the desk: what the first look saw, each of its rules once, and what people reported. */
export function reasonsOf({ look, reported }: Pick<CaseRow, 'look' | 'reported'>): z.infer<typeof Reason>[] {
  const seen = Look.safeParse(look).data?.reasons ?? [];
  const once = new Map(seen.map(({ kind, rule }) => [`${kind} ${rule}`, { kind, rule }]));
  return [
    ...[...once.values()].map(({ kind, rule }) => ({
      ...{ from: 'look' as const, rule: rules[kind] ?? 'other', hint: `${kind}/${rule}`, n: 1 },
    })),
    ...(reported ?? []).map(([rule, n]) => ({
      ...{ from: 'report' as const, rule: HouseRule.parse(HouseRule.options[rule]), hint: null, n },
    })),
  ];
}
