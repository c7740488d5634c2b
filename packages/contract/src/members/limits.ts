import { tokenLimits } from './access-tokens/limits.ts';
import { companyLimits } from './companies/limits.ts';
import { consoleLimits } from './console/limits.ts';
import { feedLimits } from './feed/limits.ts';
import { jobLimits } from './jobs/limits.ts';
import { leavingLimits } from './leaving/limits.ts';
import { messageLimits } from './messages/limits.ts';
import { networkLimits } from './network/limits.ts';
import { noticeLimits } from './notices/limits.ts';
import { openLimits } from './open/limits.ts';
import { orderLimits } from './order/limits.ts';
import { memberPictureLimits } from './pictures/limits.ts';
import { pipelineLimits } from './pipeline/limits.ts';
import { profileLimits } from './profile/limits.ts';
import { searchLimits } from './search/limits.ts';
import { securityLimits } from './security/limits.ts';
import { verificationLimits } from './verification/limits.ts';

/** Limits of members, in one place. */
export const membersLimits = {
  passwordMin: 10,
  passwordMax: 200,
  nameMax: 60,
  emailMax: 254,
  codeDigits: 6,
  codeTries: 5,
  codeMinutes: 15,
  sessionDays: 30,
  employmentMonths: 6,
  /** Wrong passwords on one account before it has to wait; the wait doubles. */
  signInTries: 10,
  companyNameMax: 60,
  /** New commitments of an account or a mailbox within twelve epochs (protocol.md 1.5). */
  commitmentChanges: 2,
  /** Codes sent to one address in an hour. */
  codesPerHour: 5,
  ...securityLimits,
  ...leavingLimits,
  ...tokenLimits,
  profile: profileLimits,
  network: networkLimits,
  ...memberPictureLimits,
  ...orderLimits,
  ...searchLimits,
  ...feedLimits,
  ...noticeLimits,
  ...verificationLimits,
  ...jobLimits,
  pipeline: pipelineLimits,
  ...messageLimits,
  ...openLimits,
  ...consoleLimits,
  ...companyLimits,
} as const;
