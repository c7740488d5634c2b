import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { ErrorDictionary } from '../ui/error-words.ts';
import { RowsSkeleton } from '../ui/skeleton.tsx';

/** What a list of pages knows of itself, as react-query tells it. */
interface Pages {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}
export interface PagedProps {
  readonly pages: Pages;
  readonly count: number;
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** A list that is fetched page by page: on its way, refused, empty, or there with more behind it. */
export function PagedList({
  pages,
  count,
  empty,
  words,
  children,
}: PagedProps & { readonly words: ErrorDictionary }) {
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={words} />;
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
