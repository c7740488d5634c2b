/** The pages of members and of what they are to each other, in one chunk. */
export { MePage } from '../profile/me-page.tsx';
export { PersonPage } from '../profile/person-page.tsx';
export { NetworkPage } from './network-page.tsx';
