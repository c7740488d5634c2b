import { z } from 'zod';
import type { RouteTable } from '../common.ts';
import * as b from './bulk.ts';
import { talkLimits } from './limits.ts';
import { officialRoutes } from './official/routes.ts';
import type { talkPaths } from './paths.ts';
import { Proof } from './proof.ts';
import * as s from './schemas.ts';

export * from './bulk.ts';
export * from './errors.ts';
export * from './limits.ts';
export { officialErrors } from './official/errors.ts';
export * from './official/schemas.ts';
export * from './paths.ts';
export * from './proof.ts';
export * from './schemas.ts';

const room = z.object({ room: s.Slug });
const thread = z.object({ room: s.Slug, thread: s.Hash });
const post = z.object({ room: s.Slug, post: s.Hash });
const bulk = z.object({ after: z.string().max(200).optional() });
const bulkOfDay = z.object({ day: s.Day, after: s.Hash.optional() });
const bulkOfKey = z.object({ keyId: s.Hash, after: s.Hash.optional() });
const page = z.object({
  sort: s.ThreadSort.default('active'),
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
    summary: 'Threads of all public rooms',
    access: 'public',
    query: page,
    reply: s.ThreadPageOfRoom,
  },
  threads: {
    summary: 'Threads of a room',
    access: 'public',
    params: room,
    query: page,
    reply: s.ThreadPageOfRoom,
  },
  thread: {
    summary: 'A thread with a page of its posts',
    access: 'public',
    params: thread,
    /** After a place, before one, or around a post. */
    query: z.object({
      after: z.coerce.number().int().min(-1).optional(),
      before: z.coerce.number().int().min(0).optional(),
      around: s.Hash.optional(),
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
    params: post,
    reply: s.History,
  },
  proof: {
    summary: 'Proof of the act that stands: a file that anyone can check without asking anybody',
    access: 'public',
    params: post,
    reply: Proof,
  },
  reactions: {
    summary: 'Who of the thread reacted to a post, and how',
    access: 'public',
    params: post,
    query: bulk,
    reply: s.Reactions,
  },
  ballots: {
    summary: 'All ballots on a post with their proofs: anyone can count anew',
    access: 'public',
    params: z.object({ room: s.Slug, post: s.Hash, kind: z.enum(['poll', 'verdict', 'resolves']) }),
    query: bulk,
    reply: s.Ballots,
  },
  picture: {
    summary: "A post's picture (image/webp), as the server encoded it anew",
    access: 'public',
    params: z.object({ room: s.Slug, hash: s.Hash }),
  },
  search: {
    summary: 'Posts by their words, newest and best first; of one room or of all public ones',
    access: 'public',
    query: z.object({
      q: z.string().max(talkLimits.searchCharacters),
      room: s.Slug.optional(),
      lang: s.Lang.optional(),
      label: z.enum(['company', 'industry', 'professional', 'alias']).optional(),
      /** Days back from now. */
      days: z.coerce.number().int().min(1).max(3660).optional(),
      before: z.string().max(200).optional(),
    }),
    reply: s.SearchPage,
  },
  roomKey: {
    summary: 'The key of the day of a colleagues-only room, for whoever shows the company',
    access: 'public',
    params: room,
    body: s.RoomKeyRequest,
    reply: s.RoomKey,
  },
  roomEvents: { summary: 'Live events of a room', access: 'public', params: room, reply: 'events' },
  threadEvents: { summary: 'Live events of a thread', access: 'public', params: thread, reply: 'events' },
  act: {
    summary: 'Send an act: a thread, a reply, an edit, a deletion, a reaction, a ballot, a report, an appeal',
    access: 'public',
    params: room,
    body: s.Envelope,
    bodyLimit: talkLimits.actBytesWithPictures,
    reply: s.Accepted,
  },
  draw: {
    summary: "Have the week's tokens signed",
    access: 'public',
    body: s.DrawRequest,
    reply: s.DrawReply,
  },
  bulkAliases: {
    summary: 'Bulk file: the aliases of all public rooms',
    access: 'public',
    query: bulk,
    reply: b.BulkAliases,
  },
  bulkPosts: {
    summary: 'Bulk file: what was said on a day',
    access: 'public',
    query: bulkOfDay,
    reply: b.BulkPosts,
  },
  roomAliases: {
    summary: 'Bulk file: the aliases of a room',
    access: 'public',
    params: room,
    query: bulk,
    reply: b.BulkAliases,
  },
  roomPosts: {
    summary: 'Bulk file: what was said in a room on a day',
    access: 'public',
    params: room,
    query: bulkOfDay,
    reply: b.BulkPosts,
  },
  roomRefunds: {
    summary: 'Bulk file: the refunds of a room signed with a token key',
    access: 'public',
    params: room,
    query: bulkOfKey,
    reply: b.BulkRefunds,
  },
  bulkNotices: {
    summary: 'Bulk file: what was decided about posts on a day, and why',
    access: 'public',
    query: bulkOfDay,
    reply: s.BulkNotices,
  },
  roomNotices: {
    summary: 'Bulk file: what was decided about posts of a room on a day, and why',
    access: 'public',
    params: room,
    query: bulkOfDay,
    reply: s.BulkNotices,
  },
  decisions: {
    summary: 'The moderation log: every decision, with its reason',
    access: 'public',
    query: s.DecisionQuery,
    reply: s.DecisionPage,
  },
  decisionCounts: {
    summary: 'What was decided in each month, counted',
    access: 'public',
    reply: s.DecisionCounts,
  },
  bulkSpent: {
    summary: 'Bulk file: the spent nonces of a token key',
    access: 'public',
    query: bulkOfKey,
    reply: b.BulkSpent,
  },
  bulkRefunds: {
    summary: 'Bulk file: the refunds signed with a token key',
    access: 'public',
    query: bulkOfKey,
    reply: b.BulkRefunds,
  },
  ...officialRoutes,
} as const satisfies RouteTable<typeof talkPaths>;
