import type { Decision, DecisionAction, HouseRule } from '@teahouse/contract/talk';
import { actionWords, byWords } from './decision-words.ts';
import { ruleWords } from './rule-words.ts';

/** What of the address says which decisions are shown. */
export interface LogQuestion {
  readonly room?: string;
  readonly thread?: string;
  readonly action?: string;
  readonly rule?: string;
  readonly by?: string;
}
/** What talk is asked. */
export interface LogQuery {
  readonly room?: string;
  readonly thread?: string;
  readonly action?: DecisionAction;
  readonly rule?: HouseRule;
  readonly by?: Decision['by'];
}

const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
const hash = /^[\w-]{43}$/;

/** The question with only what talk understands: an address may have been cut off, or made up. */
export function queryOf({ room, thread, action, rule, by }: LogQuestion): LogQuery {
  return {
    ...(room !== undefined && slug.test(room) && { room }),
    ...(thread !== undefined && room !== undefined && hash.test(thread) && { thread }),
    ...(action !== undefined && Object.hasOwn(actionWords, action) && { action: action as DecisionAction }),
    ...(rule !== undefined && Object.hasOwn(ruleWords, rule) && { rule: rule as HouseRule }),
    ...(by !== undefined && Object.hasOwn(byWords, by) && { by: by as Decision['by'] }),
  };
}
