import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { Slug } from '../../issuer.ts';
import type { consolePaths } from './paths.ts';
import * as s from './schemas.ts';

const company = z.object({ company: Slug });
const member = z.object({ member: z.uuid() });

export const consoleRoutes = {
  consoleOverview: { summary: 'What waits in the house', access: 'console', reply: s.ConsoleOverview },
  consoleCompanies: {
    summary: 'Companies by status, with their domains and whoever acts for them',
    access: 'console',
    query: s.CompaniesQuestion,
    reply: s.ConsoleCompanies,
  },
  consoleDecideCompany: {
    summary: 'Approve or reject a proposed company',
    access: 'console',
    params: company,
    body: s.DecideCompany,
  },
  consoleAddDomain: {
    summary: 'Give a company one more domain',
    access: 'console',
    params: company,
    body: s.ChangeDomain,
  },
  consoleRemoveDomain: {
    summary: 'Take a domain from a company; what was verified with it stays',
    access: 'console',
    params: company,
    body: s.ChangeDomain,
  },
  consoleSetParent: {
    summary: 'Say to which company a company belongs, or to none',
    access: 'console',
    params: company,
    body: s.SetParent,
  },
  consoleClaims: {
    summary: 'Members who ask to act for a company, who waits longest first',
    access: 'console',
    query: s.ClaimsQuestion,
    reply: s.ConsoleClaims,
  },
  consoleDecideClaim: {
    summary: 'Make whoever asks an owner of the company’s page, or refuse it with words for them',
    access: 'console',
    params: company.extend(member.shape),
    body: s.DecideClaim,
  },
  consoleFindMember: {
    summary:
      'One member, by the whole address or the whole handle; in the body, so that no address of a page has it',
    access: 'console',
    body: s.FindMember,
    reply: z.object({ member: s.ConsoleMember.nullable() }),
  },
  consoleSuspend: {
    summary: 'Suspend a member: a decision as those of moderators, which can be appealed against',
    access: 'console',
    params: member,
    body: s.SuspendMember,
  },
  consoleLift: {
    summary: 'Lift a suspension',
    access: 'console',
    params: member,
    body: s.LiftSuspension,
  },
  consoleStaff: { summary: 'Members who work for the house', access: 'console', reply: s.ConsoleStaff },
  consoleSetRole: {
    summary: 'Make a member reviewer or moderator, or no more',
    access: 'console',
    params: member,
    body: s.SetRole,
  },
  consoleSettings: {
    summary: 'Settings with their types and where they come from; secrets are not told',
    access: 'console',
    reply: s.ConsoleSettings,
  },
  consoleSet: {
    summary: 'Change a setting that may change while the house is open',
    access: 'console',
    params: z.object({ setting: z.string().max(60) }),
    body: s.SetSetting,
  },
  consoleJobs: {
    summary: 'What runs in the background, and how it went',
    access: 'console',
    reply: s.ConsoleJobs,
  },
  consoleHealth: {
    summary: 'Pool, disk and storage of the named plane',
    access: 'console',
    reply: s.ConsoleHealth,
  },
  consoleBook: { summary: "State of the issuer's log", access: 'console', reply: s.ConsoleBook },
  consoleLog: {
    summary: 'What was changed from the console, by whom and why, the latest first',
    access: 'console',
    query: s.LogQuestion,
    reply: s.ConsoleLog,
  },
} as const satisfies RouteTable<typeof consolePaths>;
