import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { ErrorDictionary } from '../ui/error-words.ts';
import { RowsSkeleton } from '../ui/skeleton.tsx';

/** What a list of pages knows of what is behind it, as react-query tells it. */
interface Behind {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The way to the next page, where there is one. */
export function More({ pages, children }: { pages: Behind; children?: ReactNode }) {
  return pages.hasNextPage ? (
    <button
      type="button"
      className="btn quiet mt-5"
      aria-disabled={pages.isFetchingNextPage}
      onClick={() => pages.fetchNextPage()}
    >
      {children ?? <Trans>More</Trans>}
    </button>
  ) : null;
}

/** A list that is fetched page by page: on its way, refused, empty, or there with more behind it. */
export function Paged({
  pages,
  count,
  empty,
  words,
  children,
}: {
  pages: Behind & { readonly isPending: boolean; readonly error: unknown };
  /** Rows that are there by now. */
  count: number;
  empty: ReactNode;
  words: ErrorDictionary;
  children: ReactNode;
}) {
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={words} />;
  if (count === 0) return <>{empty}</>;
  return (
    <>
      <ul className="border-b border-line">{children}</ul>
      <More pages={pages} />
    </>
  );
}
