/** The pages of the account itself, in one chunk. */
export { AccountPage } from './account-page.tsx';
export { WayBackPage } from './way-back-page.tsx';
