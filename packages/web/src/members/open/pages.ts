/** Pages of hiring that are neither the board nor jobs, in one chunk. */
export { ApplicationPage } from '../messages/application-page.tsx';
export { PeoplePage } from './people-page.tsx';
