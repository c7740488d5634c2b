import { z } from 'zod';
import { Bytes, type RouteTable } from '../../common.ts';
import { CompanyKeys, Slug } from '../../issuer.ts';
import { MemberId } from '../people.ts';
import type { companyPaths } from './paths.ts';
import * as s from './schemas.ts';

const params = z.object({ company: Slug });
const session = { access: 'session', params } as const;
const ofMember = z.object({ company: Slug, member: MemberId.toLowerCase() });
const claim = { access: 'operator', params: ofMember } as const;

export const companyRoutes = {
  company: {
    summary: "A company's page, as whoever asks may see it",
    access: 'public',
    params,
    reply: s.CompanyPage,
  },
  companyHistory: {
    summary: 'Every version of what a company says of itself, newest first',
    access: 'public',
    params,
    reply: s.CompanyHistory,
  },
  editCompany: { ...session, summary: 'Change the facts, in the company’s name', body: s.EditCompany },
  followCompany: { ...session, summary: 'Follow a company', scope: 'network:write' },
  unfollowCompany: { ...session, summary: 'Follow a company no longer', scope: 'network:write' },
  companyDesk: {
    ...session,
    summary: 'How one stands to a company, and who acts for it',
    reply: s.CompanyDesk,
  },
  companyColleagues: {
    ...session,
    summary: 'Colleagues whom an owner could name, by a part of the name or the whole handle',
    query: s.ColleaguesQuestion,
    reply: s.Colleagues,
  },
  claimCompany: { ...session, summary: 'Ask the operator to become a representative: for colleagues' },
  withdrawClaim: { ...session, summary: 'Take that back' },
  claimByDomain: {
    ...session,
    summary: 'Become an owner by a TXT record on a domain of the company',
    reply: s.CompanyDesk,
  },
  setRepresentative: {
    ...session,
    params: ofMember,
    summary: 'Give a member roles, as an owner',
    body: s.SetRepresentative,
    reply: s.CompanyDesk,
  },
  removeRepresentative: {
    ...session,
    params: ofMember,
    summary: 'Take all roles from a member, as an owner; or lay down one’s own',
  },
  addCompanyKey: {
    ...session,
    summary: 'List a key of one’s own with which the company answers',
    body: s.CompanyKey,
    reply: s.CompanyDesk,
  },
  revokeCompanyKey: {
    ...session,
    params: z.object({ company: Slug, key: Bytes(32) }),
    summary: 'Have a key count no more: one’s own, or as an owner anybody’s',
  },
  ownCompanies: { summary: 'Companies one acts for', access: 'session', reply: s.OwnCompanies },
  operatorClaims: { summary: 'Claims that wait', access: 'operator', reply: s.Claims },
  operatorApproveClaim: { ...claim, summary: 'Make the member an owner of the company’s page' },
  operatorRejectClaim: { ...claim, summary: 'Refuse a claim' },
  companyKeys: {
    summary: 'Public: keys with which companies answer',
    access: 'public',
    reply: CompanyKeys,
  },
} as const satisfies RouteTable<typeof companyPaths>;
