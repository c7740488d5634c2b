import { z } from 'zod';
import type { RouteTable } from '../common.ts';
import { Slug } from '../issuer.ts';
import { Hash } from '../talk/basics.ts';
import { Decision } from '../talk/order.ts';
import { deskLimits } from './limits.ts';
import type { deskPaths } from './paths.ts';
import * as s from './schemas.ts';

export * from './errors.ts';
export * from './limits.ts';
export * from './paths.ts';
export * from './schemas.ts';

const post = z.object({ room: Slug, post: Hash });
const staff = z.object({ staff: z.uuid() });

export const deskRoutes = {
  deskSignIn: {
    summary: 'Sign in with name, password and code',
    access: 'public',
    body: s.SignIn,
    reply: s.Staff,
  },
  deskSignOut: { summary: 'Sign out', access: 'moderator' },
  deskMe: { summary: 'Who is signed in', access: 'moderator', reply: s.Staff },
  enrol: {
    summary: 'Take up an invitation: choose a password, get the secret of an authenticator',
    access: 'public',
    body: s.Enrol,
    reply: s.Enrolling,
  },
  enrolConfirm: {
    summary: 'Show that the authenticator works; signs in',
    access: 'public',
    body: s.EnrolConfirm,
    reply: s.Staff,
  },
  passkeyAsk: {
    summary: 'What the browser needs to make a passkey',
    access: 'moderator',
    reply: s.PasskeyJson,
  },
  passkeyAdd: { summary: 'Keep a passkey', access: 'moderator', body: s.PasskeyJson, reply: s.Staff },
  passkeyChallenge: {
    summary: 'What the browser needs to sign in with a passkey',
    access: 'public',
    reply: s.PasskeyJson,
  },
  passkeySignIn: {
    summary: 'Sign in with a passkey',
    access: 'public',
    body: s.PasskeyJson,
    reply: s.Staff,
  },
  staff: {
    summary: 'All staff',
    access: 'admin',
    reply: z.object({ staff: z.array(s.Staff) }),
  },
  invite: { summary: 'Invite somebody', access: 'admin', body: s.Invite, reply: s.Invited },
  changeStaff: {
    summary: 'Give another role, or let nobody in under that name',
    access: 'admin',
    params: staff,
    body: s.StaffChange,
    reply: s.Staff,
  },
  cases: {
    summary: 'The queue, the most pressing first',
    access: 'moderator',
    query: s.CaseQuery,
    reply: s.CasePage,
  },
  case: {
    summary: 'A post with its thread, reports, notes, decisions and the like of it',
    access: 'moderator',
    params: post,
    reply: s.CaseView,
  },
  assign: {
    summary: 'Take a case, give it to somebody, or put it back',
    access: 'moderator',
    params: post,
    body: z.strictObject({ to: z.union([z.literal('me'), z.uuid(), z.null()]) }),
    reply: s.Case,
  },
  note: {
    summary: 'Leave a note for the other staff',
    access: 'moderator',
    params: post,
    body: z.strictObject({ words: z.string().trim().min(1).max(deskLimits.noteCharacters) }),
    reply: s.Note,
  },
  decide: {
    summary: 'Decide, with a rule and in words',
    access: 'moderator',
    params: post,
    body: s.Decide,
    reply: Decision,
  },
  undo: {
    summary: 'Take a decision back before it is in the log',
    access: 'moderator',
    params: post.extend({ decision: Hash }),
    reply: s.Case,
  },
  casePicture: {
    summary: 'A picture of a post, also where it is not shown to others (image/webp)',
    access: 'moderator',
    params: post.extend({ hash: Hash }),
  },
  appeals: {
    summary: 'Appeals of authors',
    access: 'moderator',
    query: s.AppealQuery,
    reply: s.AppealPage,
  },
  answerAppeal: {
    summary: 'Answer an appeal, in words; never by who decided',
    access: 'moderator',
    params: z.object({ room: Slug, decision: Hash }),
    body: s.Answer,
    reply: Decision,
  },
  statistics: {
    summary: 'Age of the queue, decisions, what was overturned',
    access: 'moderator',
    reply: s.Statistics,
  },
} as const satisfies RouteTable<typeof deskPaths>;
