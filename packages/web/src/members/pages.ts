/** The pages of somebody who has an account, in one chunk. */
export { loadSettings } from './account/load.ts';
export { ConfirmPage } from './confirm-page.tsx';
export { MailboxPage } from './mailbox-page.tsx';
export { PapersPage } from './papers-page.tsx';
export { PhrasePage } from './phrase-page.tsx';
export { ReviewsPage } from './verification/reviews-page.tsx';
export { WorkPage } from './work-page.tsx';
