import { PagedList, type PagedProps } from '../paged.tsx';
import { searchWords } from './words.ts';

/** What was found, page by page. */
export const Found = (props: PagedProps) => <PagedList {...props} words={searchWords} />;
