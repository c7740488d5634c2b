import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { Sheet } from '../form.tsx';
import { meQuery } from '../queries.ts';
import { PostCard } from './post-card.tsx';
import { peopleOf, postQuery } from './queries.ts';
import { postWords } from './words.ts';

const route = getRouteApi('/members/p/$post');

/** One post with its comments, at the address that can be passed on. */
export function PostPage() {
  const { t } = useLingui();
  const { post: id } = route.useParams();
  const navigate = useNavigate();
  const me = useQuery(meQuery);
  const { data, error } = useQuery(postQuery(id));
  const author = data && peopleOf([data]).get(data.post.author)?.name;
  useTitle(author ? t`Post by ${author}` : t`Post`);
  if (error) {
    return (
      <Sheet title={t`Nothing to be read here`}>
        <ErrorNotice error={error} words={postWords} />
        {me.data ? null : (
          <p className="mt-6">
            <Link to="/signin" className="btn">
              <Trans>Sign in</Trans>
            </Link>
          </p>
        )}
      </Sheet>
    );
  }
  if (!data || me.isPending) return <PageSkeleton />;
  return (
    <div className="page pt-6 sm:pt-12">
      <div className="column">
        <h1 className="sr-only">{t`Post by ${author}`}</h1>
        {me.data ? (
          <p className="pb-2">
            <Link to="/home" className="act">
              ← <Trans>Feed</Trans>
            </Link>
          </p>
        ) : null}
        <PostCard
          post={data.post}
          people={peopleOf([data])}
          me={me.data?.id}
          whole
          onGone={() => void navigate({ to: '/home' })}
        />
      </div>
    </div>
  );
}
