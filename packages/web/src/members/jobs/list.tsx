import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { jobWords } from './words.ts';

/** What a list of pages knows of itself, as react-query tells it. */
interface Pages {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** A list that is fetched page by page. */
export function JobList({
  pages,
  count,
  empty,
  children,
}: {
  pages: Pages;
  count: number;
  empty: ReactNode;
  children: ReactNode;
}) {
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={jobWords} />;
  if (count === 0) return <>{empty}</>;
  return (
    <>
      <ul className="border-b border-line">{children}</ul>
      {pages.hasNextPage ? (
        <button
          type="button"
          className="btn quiet mt-5"
          aria-disabled={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          <Trans>More</Trans>
        </button>
      ) : null}
    </>
  );
}
