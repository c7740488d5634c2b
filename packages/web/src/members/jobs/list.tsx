import { PagedList, type PagedProps } from '../paged.tsx';
import { jobWords } from './words.ts';

/** A list of jobs, page by page. */
export const JobList = (props: PagedProps) => <PagedList {...props} words={jobWords} />;
