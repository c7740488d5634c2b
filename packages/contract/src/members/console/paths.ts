import type { PathTable } from '../../common.ts';

/** The operator's console: for members with the role `operator`, and nothing of it by the operator's key. */
export const consolePaths = {
  consoleOverview: 'GET /console',
  consoleCompanies: 'GET /console/companies',
  consoleDecideCompany: 'POST /console/companies/:company/decision',
  consoleAddDomain: 'POST /console/companies/:company/domains',
  consoleRemoveDomain: 'POST /console/companies/:company/domains/remove',
  consoleSetParent: 'PUT /console/companies/:company/parent',
  consoleClaims: 'GET /console/claims',
  consoleDecideClaim: 'POST /console/claims/:company/:member/decision',
  consoleFindMember: 'POST /console/members/find',
  consoleSuspend: 'POST /console/members/:member/suspend',
  consoleLift: 'POST /console/members/:member/lift',
  consoleStaff: 'GET /console/staff',
  consoleSetRole: 'POST /console/members/:member/role',
  consoleSettings: 'GET /console/settings',
  consoleSet: 'PUT /console/settings/:setting',
  consoleJobs: 'GET /console/jobs',
  consoleHealth: 'GET /console/health',
  consoleBook: 'GET /console/book',
  consoleLog: 'GET /console/log',
} as const satisfies PathTable;
