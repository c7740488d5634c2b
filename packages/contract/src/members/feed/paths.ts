import type { PathTable } from '../../common.ts';

export const feedPaths = {
  feed: 'GET /feed',
  addPost: 'POST /posts',
  postsBy: 'GET /posts',
  post: 'GET /posts/:post',
  editPost: 'PUT /posts/:post',
  deletePost: 'DELETE /posts/:post',
  hidePost: 'PUT /posts/:post/hidden',
  unhidePost: 'DELETE /posts/:post/hidden',
  react: 'PUT /posts/:post/reaction',
  unreact: 'DELETE /posts/:post/reaction',
  reactions: 'GET /posts/:post/reactions',
  comments: 'GET /posts/:post/comments',
  addComment: 'POST /posts/:post/comments',
  editComment: 'PUT /comments/:comment',
  deleteComment: 'DELETE /comments/:comment',
  mutes: 'GET /mutes',
  mute: 'PUT /mutes/:member',
  unmute: 'DELETE /mutes/:member',
  previewLink: 'POST /links/preview',
} as const satisfies PathTable;
