import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Comment, Post } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useRef, useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { membersApi } from '../api.ts';
import { Submit, useAction } from '../form.tsx';
import { More } from '../paged.tsx';
import { CommentLine } from './comment-line.tsx';
import { commentsQuery, peopleOf, useFeedCache } from './queries.ts';
import { feedWords } from './words.ts';

/** What was said below a post, and a place to say more. */
export function Comments({ post, me }: { post: Post; me: string | undefined }) {
  const { t } = useLingui();
  const cache = useFeedCache();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [answering, setAnswering] = useState<{ comment: Comment; name: string }>();
  const pages = useInfiniteQuery(commentsQuery(post.id));
  const { data, error } = pages;
  const people = peopleOf(data?.pages ?? []);
  const comments = data?.pages.flatMap((page) => page.comments) ?? [];
  const changed = (by: number) => {
    cache.change(post.id, (one) => ({ ...one, comments: Math.max(0, one.comments + by) }));
    return cache.refreshComments(post.id);
  };
  const say = useAction(async () => {
    const under = answering?.comment.id;
    await membersApi.addComment({ params: { post: post.id }, body: { text, ...(under && { under }) } });
    setText('');
    setAnswering(undefined);
    await changed(1);
  });
  return (
    <section aria-label={t`Comments`} className="mt-1 border-l-2 border-line pl-4">
      {pages.isPending ? <RowsSkeleton rows={1} /> : null}
      {error ? <ErrorNotice error={error} words={feedWords} /> : null}
      <ul>
        {comments.map((comment) => {
          const author = people.get(comment.author);
          if (!author) return null;
          return (
            <CommentLine
              key={comment.id}
              {...{ comment, author, me }}
              onAnswer={() => {
                setAnswering({ comment, name: author.name });
                field.current?.focus();
              }}
              onChanged={async (gone) => changed(gone ? -1 : 0)}
            />
          );
        })}
      </ul>
      <More pages={pages}>
        <Trans>More comments</Trans>
      </More>
      {me ? (
        <form
          className="mt-4 space-y-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void say.run();
          }}
        >
          {answering ? (
            <p className="flex items-center gap-2 text-[0.88rem] text-ink-2">
              <Trans>To {answering.name}</Trans>
              <button
                type="button"
                className="icon-btn"
                aria-label={t`Answer nobody in particular`}
                onClick={() => setAnswering(undefined)}
              >
                <CloseIcon />
              </button>
            </p>
          ) : null}
          <textarea
            ref={field}
            rows={1}
            className="input"
            aria-label={t`Your comment`}
            placeholder={t`Say something to it`}
            maxLength={membersLimits.commentCharacters}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {say.error ? <ErrorNotice error={say.error} words={feedWords} /> : null}
          {text.trim() === '' ? null : (
            <Submit pending={say.pending}>
              <Trans>Comment</Trans>
            </Submit>
          )}
        </form>
      ) : (
        <p className="mt-4">
          <Link to="/signin" className="link">
            <Trans>Sign in to say something</Trans>
          </Link>
        </p>
      )}
    </section>
  );
}
