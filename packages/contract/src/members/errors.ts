import type { ErrorTable } from '../common.ts';
import { tokenErrors } from './access-tokens/errors.ts';
import { companyErrors } from './companies/errors.ts';
import { consoleErrors } from './console/errors.ts';
import { feedErrors } from './feed/errors.ts';
import { jobErrors } from './jobs/errors.ts';
import { leavingErrors } from './leaving/errors.ts';
import { messageErrors } from './messages/errors.ts';
import { networkErrors } from './network/errors.ts';
import { openErrors } from './open/errors.ts';
import { orderErrors } from './order/errors.ts';
import { pictureErrors } from './pictures/errors.ts';
import { pipelineErrors } from './pipeline/errors.ts';
import { profileErrors } from './profile/errors.ts';
import { searchErrors } from './search/errors.ts';
import { securityErrors } from './security/errors.ts';
import { verificationErrors } from './verification/errors.ts';

/** What members refuses, and why. */
export const membersErrors = {
  'signed-out': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'E-mail address and password do not match' },
  'email-unconfirmed': { status: 403, title: 'Confirm the e-mail address first' },
  'code-wrong': { status: 422, title: 'The code is wrong, or no longer counts' },
  'code-exhausted': { status: 429, title: 'Too many wrong codes, ask for a new one' },
  'csrf-refused': { status: 403, title: 'The request did not come from the app' },
  'free-mail': { status: 422, title: 'This is a free-mail address; it says nothing about where you work' },
  'role-address': { status: 422, title: 'This address belongs to a role, not to a person' },
  'unknown-domain': { status: 404, title: 'No company is known by this domain yet' },
  'domain-taken': { status: 409, title: 'The domain belongs to a company already' },
  'company-name': {
    status: 422,
    title: 'A company is named in Chinese characters or Latin letters: others look alike',
  },
  'company-mismatch': { status: 422, title: 'The address belongs to another company' },
  'mailbox-taken': { status: 409, title: 'This mailbox stands for another member at present' },
  'employment-unknown': { status: 404, title: 'There is no such employment to confirm' },
  'no-employment': { status: 403, title: 'Verify an employment first' },
  'commitment-invalid': { status: 422, title: 'The commitment does not hold' },
  'commitment-pinned': {
    status: 409,
    title: 'Another commitment is pinned to this account or mailbox until the next epoch',
  },
  'commitment-limit': {
    status: 409,
    title: 'This account or mailbox had a new commitment twice within a year already',
  },
  'operator-refused': { status: 403, title: "This needs the operator's key" },
  'company-unknown': { status: 404, title: 'There is no such company' },
  ...securityErrors,
  ...leavingErrors,
  ...tokenErrors,
  ...profileErrors,
  ...networkErrors,
  ...pictureErrors,
  ...orderErrors,
  ...searchErrors,
  ...feedErrors,
  ...verificationErrors,
  ...jobErrors,
  ...pipelineErrors,
  ...messageErrors,
  ...openErrors,
  ...consoleErrors,
  ...companyErrors,
} as const satisfies ErrorTable;
export type MembersErrorCode = keyof typeof membersErrors;
