import type { PathTable } from '../../common.ts';

/** A company's page, and who acts for the company. */
export const companyPaths = {
  company: 'GET /companies/:company',
  companyHistory: 'GET /companies/:company/history',
  editCompany: 'PUT /companies/:company/facts',
  followCompany: 'PUT /companies/:company/follow',
  unfollowCompany: 'DELETE /companies/:company/follow',
  companyDesk: 'GET /companies/:company/desk',
  companyColleagues: 'GET /companies/:company/colleagues',
  claimCompany: 'POST /companies/:company/claim',
  withdrawClaim: 'DELETE /companies/:company/claim',
  claimByDomain: 'POST /companies/:company/claim/domain',
  setRepresentative: 'PUT /companies/:company/representatives/:member',
  removeRepresentative: 'DELETE /companies/:company/representatives/:member',
  addCompanyKey: 'POST /companies/:company/keys',
  revokeCompanyKey: 'DELETE /companies/:company/keys/:key',
  ownCompanies: 'GET /me/companies',
  operatorClaims: 'GET /operator/claims',
  operatorApproveClaim: 'POST /operator/claims/:company/:member/approve',
  operatorRejectClaim: 'POST /operator/claims/:company/:member/reject',
  companyKeys: 'GET /public/company-keys',
} as const satisfies PathTable;
