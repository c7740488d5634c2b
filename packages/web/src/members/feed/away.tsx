import { Trans } from '@lingui/react/macro';
import type { MemberCard, Post } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { feedWords } from './words.ts';

/** What stands where a post was that the reader put away, until the page is loaded anew: a way back. */
export function Away({
  what,
  post,
  author,
  onBack,
}: {
  what: 'hidden' | 'muted';
  post: Post;
  author: MemberCard;
  onBack: () => void;
}) {
  const { name } = author;
  const undo = useAction(async () => {
    if (what === 'hidden') await membersApi.unhidePost({ params: { post: post.id } });
    else await membersApi.unmute({ params: { member: author.id } });
    onBack();
  });
  return (
    <div className="border-t border-line py-4 text-ink-2">
      <p role="status" className="flex flex-wrap items-center gap-x-4">
        {what === 'hidden' ? (
          <Trans>This post is hidden.</Trans>
        ) : (
          <Trans>Posts by {name} stay out of your feed. They are not told.</Trans>
        )}
        <button type="button" className="act" onClick={() => void undo.run()}>
          <Trans>Undo</Trans>
        </button>
      </p>
      {undo.error ? <ErrorNotice error={undo.error} words={feedWords} /> : null}
    </div>
  );
}
