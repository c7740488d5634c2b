/** The pages of the account itself, in one chunk. */
export { AccountPage } from './account-page.tsx';
export { ResetPage } from './reset-page.tsx';
export { UndoEmailPage } from './undo-email-page.tsx';
