import { Trans } from '@lingui/react/macro';
import type { PostPage } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { PostCard } from './post-card.tsx';
import { peopleOf } from './queries.ts';
import { feedWords } from './words.ts';

/** What a list of pages knows of itself, as react-query tells it. */
interface Pages {
  readonly data: { readonly pages: readonly PostPage[] } | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Posts, page after page. */
export function PostList({
  pages,
  me,
  empty,
  end,
}: {
  pages: Pages;
  me: string | undefined;
  empty: ReactNode;
  end?: ReactNode;
}) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  if (error) return <ErrorNotice error={error} words={feedWords} />;
  if (!data) return <RowsSkeleton rows={4} />;
  const people = peopleOf(data.pages);
  const seen = new Set<string>();
  const posts = data.pages.flatMap((page) => page.posts).filter(({ id }) => !seen.has(id) && seen.add(id));
  if (posts.length === 0 && !hasNextPage) return <>{empty}</>;
  return (
    <>
      {posts.map((post) => (
        <PostCard key={post.id} post={post} people={people} me={me} />
      ))}
      <div className="border-t border-line pt-5">
        {hasNextPage ? (
          <button
            type="button"
            className="btn quiet"
            aria-disabled={isFetchingNextPage}
            onClick={() => fetchNextPage()}
          >
            <Trans>More</Trans>
          </button>
        ) : (
          end
        )}
      </div>
    </>
  );
}
