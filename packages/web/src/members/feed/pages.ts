/** The feed, a post, and what a member is told, in one chunk: who reads one goes on to the others. */
export { NoticesPage } from '../notices/notices-page.tsx';
export { FeedPage } from './feed-page.tsx';
export { PostPage } from './post-page.tsx';
