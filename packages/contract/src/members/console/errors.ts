import type { ErrorTable } from '../../common.ts';

/** What the operator's console refuses, and why. */
export const consoleErrors = {
  'company-decided': { status: 409, title: 'The company does not wait for a decision any more' },
  'domain-invalid': { status: 422, title: 'This is no domain that somebody could have registered' },
  'domain-unknown': { status: 404, title: 'The company does not have this domain' },
  'domain-last': { status: 409, title: 'An approved company keeps one domain at least' },
  'company-circle': {
    status: 409,
    title: 'A company belongs neither to itself nor to one that belongs to it',
  },
  'member-unknown': { status: 404, title: 'There is no such member' },
  'suspend-own': { status: 403, title: 'This is you, or you reported this member: somebody else decides' },
  'not-suspended': { status: 409, title: 'The member is not suspended' },
  'role-same': { status: 409, title: 'The member has this role already, or has it not' },
  'setting-fixed': { status: 409, title: 'This setting changes with a restart alone' },
  'setting-invalid': { status: 422, title: 'This is no value of the setting' },
} as const satisfies ErrorTable;
