import { Trans } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Person } from '@teahouse/contract/members';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PostCard } from './post-card.tsx';
import { peopleOf, postsByQuery } from './queries.ts';
import { feedWords } from './words.ts';

/** As many stand on the page before somebody asks for more. */
const few = 2;

/** What a member posted, newest first, as far as it is for this reader; on one's own page also where it is nothing. */
export function MemberPosts({ of, me }: { of: Person; me: string | undefined }) {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(postsByQuery(of.id));
  const [all, setAll] = useState(false);
  const posts = data?.pages.flatMap((page) => page.posts) ?? [];
  const people = peopleOf(data?.pages ?? []);
  const isOwn = of.id === me;
  if (!error && posts.length === 0 && !(data && isOwn)) return null;
  return (
    <section className="mt-10 border-t border-line pt-6" data-section="posts">
      <h2 className="pb-3">
        <Trans>Posts</Trans>
      </h2>
      {error ? <ErrorNotice error={error} words={feedWords} /> : null}
      {posts.length === 0 && !error ? (
        <p className="text-ink-2">
          <Trans>
            Nothing yet.{' '}
            <Link to="/home" className="link">
              Write your first post
            </Link>
          </Trans>
        </p>
      ) : null}
      {(all ? posts : posts.slice(0, few)).map((post) => (
        <PostCard key={post.id} post={post} people={people} me={me} />
      ))}
      {!all && posts.length > few ? (
        <button type="button" className="btn quiet" onClick={() => setAll(true)}>
          <Trans>All posts</Trans>
        </button>
      ) : null}
      {all && hasNextPage ? (
        <button type="button" className="btn quiet" onClick={() => void fetchNextPage()}>
          <Trans>More</Trans>
        </button>
      ) : null}
    </section>
  );
}
