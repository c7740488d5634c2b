import { z } from 'zod';
import type { RouteTable } from '../../common.ts';
import { MemberId } from '../people.ts';
import type { feedPaths } from './paths.ts';
import * as s from './schemas.ts';

const post = z.object({ post: z.uuid() });
const comment = z.object({ comment: z.uuid() });
const member = z.object({ member: MemberId });
const page = z.object({ after: s.Cursor.optional() });

export const feedRoutes = {
  feed: {
    summary: 'Posts by whom the member is connected to or follows, ranked or newest first',
    access: 'session',
    scope: 'feed:read',
    query: page.extend({ order: s.FeedOrder.default('ranked') }),
    reply: s.PostPage,
  },
  addPost: {
    summary: 'Post, or share a post',
    access: 'session',
    scope: 'feed:write',
    body: s.AddPost,
    reply: s.OnePost,
  },
  postsBy: {
    summary: 'What a member posted, newest first, as far as it is for the reader',
    access: 'public',
    scope: 'feed:read',
    query: page.extend({ author: MemberId }),
    reply: s.PostPage,
  },
  post: { summary: 'One post', access: 'public', scope: 'feed:read', params: post, reply: s.OnePost },
  editPost: {
    summary: "Change a post's words; it is marked as edited",
    access: 'session',
    scope: 'feed:write',
    params: post,
    body: s.EditPost,
    reply: s.OnePost,
  },
  deletePost: {
    summary: 'Delete a post of one’s own, with its comments, reactions and pictures',
    access: 'session',
    scope: 'feed:write',
    params: post,
  },
  hidePost: {
    summary: 'Keep a post out of one’s feed',
    access: 'session',
    scope: 'feed:write',
    params: post,
  },
  unhidePost: { summary: 'Let a hidden post back in', access: 'session', scope: 'feed:write', params: post },
  react: {
    summary: 'React to a post, or change the reaction',
    access: 'session',
    scope: 'feed:write',
    params: post,
    body: z.strictObject({ kind: s.PostReaction }),
  },
  unreact: { summary: 'Take a reaction back', access: 'session', scope: 'feed:write', params: post },
  reactions: {
    summary: 'Who reacted to a post, in no order',
    access: 'session',
    scope: 'feed:read',
    params: post,
    query: page,
    reply: s.Reactions,
  },
  comments: {
    summary: 'Comments of a post, the earliest first, each followed by its answers',
    access: 'public',
    scope: 'feed:read',
    params: post,
    query: page,
    reply: s.CommentPage,
  },
  addComment: {
    summary: 'Comment on a post, or answer a comment',
    access: 'session',
    scope: 'feed:write',
    params: post,
    body: s.AddComment,
    reply: z.object({ comment: s.Comment }),
  },
  editComment: {
    summary: 'Change a comment of one’s own; it is marked as edited',
    access: 'session',
    scope: 'feed:write',
    params: comment,
    body: s.EditComment,
    reply: z.object({ comment: s.Comment }),
  },
  deleteComment: {
    summary: 'Delete a comment, with its answers: of one’s own, or below one’s own post',
    access: 'session',
    scope: 'feed:write',
    params: comment,
  },
  mutes: {
    summary: 'Whom the member has muted',
    access: 'session',
    scope: 'feed:read',
    query: page,
    reply: s.Mutes,
  },
  mute: {
    summary: "Keep a member's posts out of one's feed; they are not told",
    access: 'session',
    scope: 'feed:write',
    params: member,
  },
  unmute: {
    summary: "Let a member's posts back in",
    access: 'session',
    scope: 'feed:write',
    params: member,
  },
  previewLink: {
    summary: 'What a page says of itself, fetched by the server',
    access: 'session',
    scope: 'feed:write',
    body: s.PreviewLink,
    reply: s.LinkPreview,
  },
} as const satisfies RouteTable<typeof feedPaths>;
export type FeedRoutes = typeof feedRoutes;
