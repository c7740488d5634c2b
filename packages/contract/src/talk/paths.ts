import type { PathTable } from '../common.ts';
import { officialPaths } from './official/paths.ts';

/** Where talk answers, behind any proxy. */
export const talkPrefix = '/api/talk';

/** Header of a read in a colleagues-only room. The same for all colleagues, so it is no identity. */
export const roomKeyHeader = 'teahouse-room-key';

/**
 * Methods and paths of the anonymous plane; `GET /health` and `GET /openapi.json` are the server kit's own. No request
 * of these carries a cookie or any other identity.
 */
export const talkPaths = {
  info: 'GET /info',
  directory: 'GET /issuer/directory',
  issuer: 'GET /issuer',
  rooms: 'GET /rooms',
  latest: 'GET /threads',
  threads: 'GET /rooms/:room/threads',
  thread: 'GET /rooms/:room/threads/:thread',
  card: 'GET /rooms/:room/threads/:thread/card',
  history: 'GET /rooms/:room/posts/:post/history',
  proof: 'GET /rooms/:room/posts/:post/proof',
  reactions: 'GET /rooms/:room/posts/:post/reactions',
  ballots: 'GET /rooms/:room/posts/:post/ballots/:kind',
  picture: 'GET /rooms/:room/pictures/:hash',
  search: 'GET /search',
  roomKey: 'POST /rooms/:room/key',
  roomEvents: 'GET /rooms/:room/events',
  threadEvents: 'GET /rooms/:room/threads/:thread/events',
  act: 'POST /rooms/:room/acts',
  draw: 'POST /tokens/draw',
  bulkAliases: 'GET /bulk/aliases',
  bulkPosts: 'GET /bulk/posts',
  roomAliases: 'GET /rooms/:room/bulk/aliases',
  roomPosts: 'GET /rooms/:room/bulk/posts',
  roomRefunds: 'GET /rooms/:room/bulk/refunds',
  bulkNotices: 'GET /bulk/notices',
  roomNotices: 'GET /rooms/:room/bulk/notices',
  decisions: 'GET /decisions',
  decisionCounts: 'GET /decisions/counts',
  bulkSpent: 'GET /bulk/spent',
  bulkRefunds: 'GET /bulk/refunds',
  ...officialPaths,
} as const satisfies PathTable;
