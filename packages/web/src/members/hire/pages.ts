/** The recruiter's pages, in one chunk. */
export { BoardPage } from './board-page.tsx';
export { HirePage } from './hire-page.tsx';
