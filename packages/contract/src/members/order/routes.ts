import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import type { orderPaths } from './paths.ts';
import * as s from './schemas.ts';

const oneCase = z.object({ case: z.uuid() });
const decision = z.object({ decision: z.uuid() });

export const orderRoutes = {
  report: {
    summary: 'Report a member, a part of a page, a post or a comment; once a person and thing',
    access: 'session',
    scope: 'order:write',
    body: s.AddReport,
  },
  myReports: {
    summary: 'What one reported, and what came of it',
    access: 'session',
    scope: 'order:read',
    reply: s.MyReports,
  },
  myDecisions: {
    summary: 'What was decided about the member',
    access: 'session',
    scope: 'order:read',
    reply: s.MyDecisions,
  },
  appeal: {
    summary: 'Appeal against a decision; another moderator answers',
    access: 'session',
    scope: 'order:write',
    params: decision,
    body: s.Appeal,
  },
  houseCases: {
    summary: 'Reported things: those open by weight, those closed by day',
    access: 'moderator',
    query: s.CaseQuestion,
    reply: s.CasePage,
  },
  houseCase: { summary: 'One case', access: 'moderator', params: oneCase, reply: s.HouseCase },
  assignHouseCase: {
    summary: 'Take a case, or let it go',
    access: 'moderator',
    params: oneCase,
    body: s.AssignCase,
    reply: s.HouseCase,
  },
  noteHouseCase: {
    summary: 'Write a note for other moderators',
    access: 'moderator',
    params: oneCase,
    body: s.NoteCase,
    reply: s.HouseCase,
  },
  decideHouseCase: {
    summary: 'Decide a case, with a reason in words',
    access: 'moderator',
    params: oneCase,
    body: s.DecideCase,
    reply: s.HouseCase,
  },
  houseAppeals: {
    summary: 'Appeals that wait, the oldest day first',
    access: 'moderator',
    query: s.HousePlace,
    reply: s.HouseAppeals,
  },
  answerHouseAppeal: {
    summary: "Answer an appeal against another moderator's decision",
    access: 'moderator',
    params: decision,
    body: s.AnswerAppeal,
  },
  houseLog: {
    summary: 'Every decision, the latest day first',
    access: 'moderator',
    query: s.HousePlace,
    reply: s.HouseLog,
  },
  houseCounts: {
    summary: 'Public: how often what was decided in the named half, by month',
    access: 'public',
    reply: s.HouseCounts,
  },
} as const satisfies RouteTable<typeof orderPaths>;
