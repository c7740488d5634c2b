import { z } from 'zod';
import type { PathTable, RouteSchemas } from '../common.ts';
import { tokenRoutes } from './access-tokens/routes.ts';
import type { Scope } from './access-tokens/scopes.ts';
import { companyRoutes } from './companies/routes.ts';
import { consoleRoutes } from './console/routes.ts';
import { feedRoutes } from './feed/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { leavingRoutes } from './leaving/routes.ts';
import { messageRoutes } from './messages/routes.ts';
import { networkRoutes } from './network/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { openRoutes } from './open/routes.ts';
import { orderRoutes } from './order/routes.ts';
import type { membersPaths } from './paths.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { pipelineRoutes } from './pipeline/routes.ts';
import { profileRoutes } from './profile/routes.ts';
import * as s from './schemas.ts';
import { searchRoutes } from './search/routes.ts';
import { securityRoutes } from './security/routes.ts';
import { verificationRoutes } from './verification/routes.ts';

export * from './access-tokens/schemas.ts';
export * from './access-tokens/scopes.ts';
export * from './companies/schemas.ts';
export * from './console/schemas.ts';
export * from './errors.ts';
export type { FeedRoutes } from './feed/routes.ts';
export * from './feed/schemas.ts';
export * from './hiring/facts.ts';
export type { JobRoutes } from './jobs/routes.ts';
export * from './jobs/schemas.ts';
export * from './leaving/schemas.ts';
export * from './limits.ts';
export type { MessageRoutes } from './messages/routes.ts';
export * from './messages/schemas.ts';
export type {
  NetworkStanding,
  SuggestionReason,
  Tie,
} from './network/schemas.ts';
export type { NoticeRoutes } from './notices/routes.ts';
export * from './notices/schemas.ts';
export type { OpenRoutes } from './open/routes.ts';
export * from './open/schemas.ts';
export * from './order/schemas.ts';
export * from './paths.ts';
export * from './people.ts';
export type { PictureRoutes } from './pictures/routes.ts';
export * from './pictures/schemas.ts';
export type { PipelineRoutes } from './pipeline/routes.ts';
export * from './pipeline/schemas.ts';
export type {
  EditSection,
  LanguageLevel,
  OwnProfile,
  Person,
  Section,
  ShownSections,
  ShownWork,
} from './profile/schemas.ts';
export * from './roles.ts';
export * from './schemas.ts';
export type { CompaniesFound, FoundBy, PeopleFacets, PeopleFound } from './search/schemas.ts';
export * from './security/schemas.ts';
export * from './verification/schemas.ts';

/** A scope is one of the closed list, on whatever route. */
type Scoped<P extends PathTable> = { readonly [K in keyof P]: RouteSchemas & { readonly scope?: Scope } };

const company = z.object({ company: s.Slug });

export const membersRoutes = {
  signUp: {
    summary: 'Sign up; the answer is the same whether or not the address has an account',
    access: 'public',
    body: s.SignUp,
    reply: z.object({ sent: z.literal(true) }),
  },
  confirmEmail: {
    summary: 'Confirm the address with the code from the mail',
    access: 'public',
    body: s.ConfirmEmail,
    reply: s.Me,
  },
  signIn: { summary: 'Sign in', access: 'public', body: s.SignIn, reply: s.Me },
  signOut: { summary: 'Sign out', access: 'session' },
  me: { summary: 'The member signed in', access: 'session', scope: 'account:read', reply: s.Me },
  sessions: {
    summary: 'Where the member is signed in',
    access: 'session',
    reply: z.object({ sessions: z.array(s.Session) }),
  },
  endSession: { summary: 'Sign out one device', access: 'session', params: z.object({ session: z.uuid() }) },
  endOtherSessions: { summary: 'Sign out everywhere else', access: 'session' },
  companies: {
    summary: 'Approved companies by name or domain',
    access: 'public',
    query: z.object({ q: z.string().max(80).default('') }),
    reply: z.object({ companies: z.array(s.Company) }),
  },
  proposeCompany: {
    summary: 'Propose a company that is not known by its domain yet',
    access: 'session',
    body: s.ProposeCompany,
    reply: z.object({ company: s.Slug }),
  },
  startEmployment: {
    summary: 'Have a code sent to a work address',
    access: 'session',
    body: s.StartEmployment,
    reply: s.StartedEmployment,
  },
  confirmEmployment: {
    summary: 'Prove the work address with the code',
    access: 'session',
    params: z.object({ employment: z.uuid() }),
    body: z.strictObject({ code: s.Code }),
    reply: s.Me,
  },
  commit: {
    summary: "Pin the commitment to the holder's secrets",
    access: 'session',
    body: s.Commit,
    reply: s.Me,
  },
  credentials: { summary: "The member's own credentials", access: 'session', reply: s.Credentials },
  directory: { summary: 'Public: companies and industries', access: 'public', reply: s.Directory },
  issuer: { summary: 'Public: issuer keys and counts', access: 'public', reply: s.IssuerDocument },
  operatorCompanies: {
    summary: 'Companies by status',
    access: 'operator',
    query: z.object({ status: z.enum(['proposed', 'approved', 'rejected']).default('proposed') }),
    reply: z.object({ companies: z.array(s.OperatorCompany) }),
  },
  operatorApprove: {
    summary: 'Approve a proposed company',
    access: 'operator',
    params: company,
    reply: s.OperatorCompany,
  },
  operatorReject: {
    summary: 'Reject a proposed company',
    access: 'operator',
    params: company,
    reply: s.OperatorCompany,
  },
  ...securityRoutes,
  ...leavingRoutes,
  ...tokenRoutes,
  ...profileRoutes,
  ...networkRoutes,
  ...pictureRoutes,
  ...orderRoutes,
  ...searchRoutes,
  ...feedRoutes,
  ...noticeRoutes,
  ...verificationRoutes,
  ...jobRoutes,
  ...pipelineRoutes,
  ...messageRoutes,
  ...openRoutes,
  ...consoleRoutes,
  ...companyRoutes,
} as const satisfies Scoped<typeof membersPaths>;
