import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { MemberId } from '../people.ts';
import type { networkPaths } from './paths.ts';
import * as s from './schemas.ts';

const params = z.object({ member: MemberId.toLowerCase() });
const session = { access: 'session', params } as const;
const reading = { ...session, scope: 'network:read' } as const;
const writing = { ...session, scope: 'network:write' } as const;

export const networkRoutes = {
  askConnection: {
    ...writing,
    summary: 'Ask for a connection; who was asked by the other one is connected at once',
    body: s.AskConnection,
    reply: s.Tied,
  },
  withdrawRequest: { ...writing, summary: 'Take a request back' },
  acceptRequest: { ...writing, summary: 'Accept a request', reply: s.Tied },
  declineRequest: { ...writing, summary: 'Decline a request; who asked is not told' },
  requests: {
    summary: 'Requests that wait, the latest day first',
    access: 'session',
    scope: 'network:read',
    query: z.object({ side: s.Side.default('received'), cursor: s.DayCursor.optional() }),
    reply: s.Requests,
  },
  connections: {
    summary: 'Own connections, the latest day first; with `q`, those whose name holds it',
    access: 'session',
    scope: 'network:read',
    query: z.object({ q: z.string().max(60).default(''), cursor: s.DayCursor.optional() }),
    reply: s.Connections,
  },
  removeConnection: { ...writing, summary: 'End a connection' },
  mutuals: {
    ...reading,
    summary: 'Connections that both have',
    query: z.object({ cursor: s.MemberCursor.optional() }),
    reply: s.Members,
  },
  follow: { ...writing, summary: 'Follow a member' },
  unfollow: { ...writing, summary: 'Follow a member no longer' },
  follows: {
    summary: 'Own followers, or whom one follows',
    access: 'session',
    scope: 'network:read',
    query: z.object({ side: s.FollowSide.default('followers'), cursor: s.MemberCursor.optional() }),
    reply: s.Members,
  },
  block: { ...writing, summary: 'Block a member: neither sees anything of the other any more' },
  unblock: { ...writing, summary: 'Take a block back; what it ended stays ended' },
  blocks: {
    summary: 'Whom one blocked',
    access: 'session',
    scope: 'network:read',
    query: z.object({ cursor: s.MemberCursor.optional() }),
    reply: s.Blocks,
  },
  suggestions: {
    summary: 'Members one may know, each with its reason',
    access: 'session',
    scope: 'network:read',
    reply: s.Suggestions,
  },
  dismissSuggestion: { ...writing, summary: 'Suggest this member no more' },
} as const satisfies RouteTable<typeof networkPaths>;
