import type { Decide } from '@teahouse/contract/desk';
import type { z } from 'zod';
import { isAtLeast } from '../access.ts';
import { refuse } from '../errors.ts';
import type { StaffRow } from '../staff/store.ts';

/** What reaches beyond one post, or opens again what somebody closed. */
const seniorActions: readonly string[] = ['ban-picture', 'unlock'];

/** Throws `desk-role` where somebody else has the case: a senior may. */
export function requireOwnCase(staff: StaffRow, { assignee }: { readonly assignee: string | null }): void {
  if (assignee !== null && assignee !== staff.id && !isAtLeast(staff.role, 'senior'))
    throw refuse('desk-role');
}

/** Throws `desk-role`, and `invalid-input` where a decision lacks what it is about. */
export function requireDecision(staff: StaffRow, { action, minutes }: z.output<typeof Decide>): void {
  if (seniorActions.includes(action) && !isAtLeast(staff.role, 'senior')) throw refuse('desk-role');
  if (action === 'slow' && minutes === undefined) {
    throw refuse('invalid-input', {
      issues: [{ path: 'body.minutes', message: 'how many minutes between two posts' }],
    });
  }
}
