import type { PathTable } from '../common.ts';
import { tokenPaths } from './access-tokens/paths.ts';
import { companyPaths } from './companies/paths.ts';
import { consolePaths } from './console/paths.ts';
import { feedPaths } from './feed/paths.ts';
import { jobPaths } from './jobs/paths.ts';
import { leavingPaths } from './leaving/paths.ts';
import { messagePaths } from './messages/paths.ts';
import { networkPaths } from './network/paths.ts';
import { noticePaths } from './notices/paths.ts';
import { openPaths } from './open/paths.ts';
import { orderPaths } from './order/paths.ts';
import { picturePaths } from './pictures/paths.ts';
import { pipelinePaths } from './pipeline/paths.ts';
import { profilePaths } from './profile/paths.ts';
import { searchPaths } from './search/paths.ts';
import { securityPaths } from './security/paths.ts';
import { verificationPaths } from './verification/paths.ts';

/** Where members answers, behind any proxy. The session cookie has this path. */
export const membersPrefix = '/api/members';

/** Companies and work at them. Who applies, or speaks for a company, does so in person: these take no access token. */
export const hiringPaths = {
  ...companyPaths,
  ...jobPaths,
  ...pipelinePaths,
  ...messagePaths,
  ...openPaths,
} as const satisfies PathTable;

/** Methods and paths of the named plane; `GET /health` and `GET /openapi.json` are the server kit's own. */
export const membersPaths = {
  signUp: 'POST /accounts',
  confirmEmail: 'POST /accounts/confirm',
  signIn: 'POST /session',
  signOut: 'DELETE /session',
  me: 'GET /me',
  sessions: 'GET /sessions',
  endSession: 'DELETE /sessions/:session',
  endOtherSessions: 'DELETE /sessions',
  companies: 'GET /companies',
  proposeCompany: 'POST /companies',
  startEmployment: 'POST /employments',
  confirmEmployment: 'POST /employments/:employment/confirm',
  commit: 'POST /commitment',
  credentials: 'GET /credentials',
  directory: 'GET /public/directory',
  issuer: 'GET /public/issuer',
  operatorCompanies: 'GET /operator/companies',
  operatorApprove: 'POST /operator/companies/:company/approve',
  operatorReject: 'POST /operator/companies/:company/reject',
  ...securityPaths,
  ...leavingPaths,
  ...tokenPaths,
  ...profilePaths,
  ...networkPaths,
  ...picturePaths,
  ...orderPaths,
  ...searchPaths,
  ...feedPaths,
  ...noticePaths,
  ...verificationPaths,
  ...hiringPaths,
  ...consolePaths,
} as const satisfies PathTable;
