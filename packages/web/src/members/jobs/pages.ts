/** Jobs, and what somebody has to do with them, in one chunk: who finds one goes on to the others. */
export { JobPage } from './job-page.tsx';
export { JobsPage } from './jobs-page.tsx';
export { MinePage } from './mine-page.tsx';
export { PostPage } from './post-page.tsx';
