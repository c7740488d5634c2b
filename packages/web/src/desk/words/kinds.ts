import type { HouseRule, PostState } from '@teahouse/contract/talk';

/* Apart from their words: what reads an address needs no language. A kind that the contract has and that is missing here is an error of types. */

const everyRule = {
  threat: true,
  'personal-data': true,
  insult: true,
  hate: true,
  sexual: true,
  advertising: true,
  flooding: true,
  impersonation: true,
  illegal: true,
  other: true,
} as const satisfies Record<HouseRule, true>;
/** Rules in the order of the list. */
export const rules = Object.keys(everyRule) as HouseRule[];

const everyState = { shown: true, held: true, hidden: true, removed: true } as const satisfies Record<
  PostState,
  true
>;
export const states = Object.keys(everyState) as PostState[];
