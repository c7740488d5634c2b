import { PagedList, type PagedProps } from '../paged.tsx';
import { peopleWords } from './words.ts';

/** A list of members, page by page. */
export const Paged = (props: PagedProps) => <PagedList {...props} words={peopleWords} />;
