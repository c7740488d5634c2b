import { z } from 'zod';
import type { RouteTable } from '../common.ts';
import { talkLimits } from './limits.ts';
import type { talkPaths } from './paths.ts';
import { Proof } from './proof.ts';
import * as s from './schemas.ts';

export * from './errors.ts';
export * from './limits.ts';
export * from './paths.ts';
export * from './proof.ts';
export * from './schemas.ts';

const room = z.object({ room: s.Slug });
const thread = z.object({ room: s.Slug, thread: s.Hash });
const page = z.object({
  before: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(talkLimits.threadsPerPage).default(talkLimits.threadsPerPage),
});

export const talkRoutes = {
  info: { summary: 'Instance, floor, week, token keys', access: 'public', reply: s.Info },
  directory: {
    summary: "The issuer's directory, as talk last verified it",
    access: 'public',
    reply: s.Directory,
  },
  issuer: {
    summary: "The issuer's keys and counts, as talk last verified them",
    access: 'public',
    reply: s.IssuerDocument,
  },
  rooms: { summary: 'All open rooms', access: 'public', reply: z.object({ rooms: z.array(s.Room) }) },
  latest: {
    summary: 'Threads of all rooms by last activity',
    access: 'public',
    query: page,
    reply: s.ThreadPageOfRoom,
  },
  threads: {
    summary: 'Threads of a room by last activity',
    access: 'public',
    params: room,
    query: page,
    reply: s.ThreadPageOfRoom,
  },
  thread: {
    summary: 'A thread with a page of its posts',
    access: 'public',
    params: thread,
    query: z.object({
      after: z.coerce.number().int().min(-1).default(-1),
      limit: z.coerce.number().int().min(1).max(talkLimits.postsPerPage).default(talkLimits.postsPerPage),
    }),
    reply: s.ThreadView,
  },
  card: {
    summary: 'What a shared link shows; `card.png` beside it is the same as a picture',
    access: 'public',
    params: thread,
    query: z.object({ lang: s.Lang.optional(), post: s.Hash.optional() }),
    reply: s.Card,
  },
  history: {
    summary: 'Every signed act on a post, with the presentation of its alias',
    access: 'public',
    params: z.object({ room: s.Slug, post: s.Hash }),
    reply: s.History,
  },
  proof: {
    summary: 'Proof of the act that stands: a file that anyone can check without asking anybody',
    access: 'public',
    params: z.object({ room: s.Slug, post: s.Hash }),
    reply: Proof,
  },
  roomEvents: { summary: 'Live events of a room', access: 'public', params: room, reply: 'events' },
  threadEvents: { summary: 'Live events of a thread', access: 'public', params: thread, reply: 'events' },
  act: {
    summary: 'Send an act: a thread, a reply, an edit, a deletion',
    access: 'public',
    params: room,
    body: s.Envelope,
    bodyLimit: talkLimits.actBytes,
    reply: s.Accepted,
  },
  draw: {
    summary: "Have the week's tokens signed",
    access: 'public',
    body: s.DrawRequest,
    reply: s.DrawReply,
  },
  bulkAliases: {
    summary: 'Bulk file: the aliases of all threads',
    access: 'public',
    query: z.object({ after: z.string().max(200).optional() }),
    reply: s.BulkAliases,
  },
  bulkSpent: {
    summary: 'Bulk file: the spent nonces of a token key',
    access: 'public',
    query: z.object({ keyId: s.Hash, after: s.Hash.optional() }),
    reply: s.BulkSpent,
  },
  bulkRefunds: {
    summary: 'Bulk file: the refunds signed with a token key',
    access: 'public',
    query: z.object({ keyId: s.Hash, after: s.Hash.optional() }),
    reply: s.BulkRefunds,
  },
} as const satisfies RouteTable<typeof talkPaths>;
