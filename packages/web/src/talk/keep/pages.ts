/** The pages of what a device keeps, in one chunk. */
export { ForgetPage } from './forget-page.tsx';
export { ForgottenPage } from './forgotten-page.tsx';
export { LockPage } from './lock-page.tsx';
