import type { Decision, DecisionAction, HouseRule } from '@teahouse/contract/talk';
import { houseRules } from '@teahouse/protocol';

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

const actions: Readonly<Record<DecisionAction, true>> = {
  ...{ hold: true, hide: true, keep: true, caution: true, blur: true, lock: true, unlock: true },
  ...{
    slow: true,
    forfeit: true,
    remove: true,
    ban: true,
    'ban-picture': true,
    'remove-answer': true,
    restore: true,
    uphold: true,
  },
};
const roles: Readonly<Record<Decision['by'], true>> = {
  ...{ program: true, reports: true, moderator: true, senior: true, admin: true },
};
const slug = /^[a-z0-9][a-z0-9-]{0,39}$/;
const hash = /^[\w-]{43}$/;

/** The question with only what talk understands: an address may have been cut off, or made up. */
export function queryOf({ room, thread, action, rule, by }: LogQuestion): LogQuery {
  return {
    ...(room !== undefined && slug.test(room) && { room }),
    ...(thread !== undefined && room !== undefined && hash.test(thread) && { thread }),
    ...(action !== undefined && Object.hasOwn(actions, action) && { action: action as DecisionAction }),
    ...(rule !== undefined && houseRules.some((one) => one === rule) && { rule: rule as HouseRule }),
    ...(by !== undefined && Object.hasOwn(roles, by) && { by: by as Decision['by'] }),
  };
}
