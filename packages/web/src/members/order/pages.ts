/** The pages of order in the named half, in one chunk. */
export { AppealsPage } from './appeals-page.tsx';
export { CasePage } from './case-page.tsx';
export { LogPage } from './log-page.tsx';
export { QueuePage } from './queue-page.tsx';
export { StandingPage } from './standing-page.tsx';
