import { Trans, useLingui } from '@lingui/react/macro';
import type { MemberCard, Post } from '@teahouse/contract/members';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Reporting } from '../order/report-way.tsx';
import { useFeedCache } from './queries.ts';
import { feedWords } from './words.ts';

/** What is seldom done with a post: of one's own edit and delete, of others hide and mute. */
export function PostMenu({
  post,
  author,
  isOwn,
  onEdit,
  onGone,
  onAway,
}: {
  post: Post;
  author: MemberCard;
  isOwn: boolean;
  onEdit: () => void;
  onGone: () => void;
  onAway: (what: 'hidden' | 'muted') => void;
}) {
  const { t } = useLingui();
  const cache = useFeedCache();
  const [asking, setAsking] = useState(false);
  const [reporting, setReporting] = useState(false);
  const { name } = author;
  const remove = useAction(async () => {
    await membersApi.deletePost({ params: { post: post.id } });
    setAsking(false);
    cache.drop(({ id }) => id === post.id);
    onGone();
  });
  const away = useAction(async (what: 'hidden' | 'muted') => {
    if (what === 'hidden') await membersApi.hidePost({ params: { post: post.id } });
    else await membersApi.mute({ params: { member: author.id } });
    onAway(what);
  });
  const copy = () => void navigator.clipboard.writeText(`${location.origin}/p/${post.id}`);
  return (
    <>
      <Menu label={t`More about the post by ${name}`}>
        <MenuItem onChoose={copy}>
          <Trans>Copy the link</Trans>
        </MenuItem>
        {isOwn ? (
          <>
            <MenuItem onChoose={onEdit}>
              <Trans>Edit</Trans>
            </MenuItem>
            <MenuItem onChoose={() => setAsking(true)}>
              <Trans>Delete</Trans>
            </MenuItem>
          </>
        ) : (
          <>
            <MenuItem onChoose={() => void away.run('hidden')}>
              <Trans>Hide this post</Trans>
            </MenuItem>
            <MenuItem onChoose={() => void away.run('muted')}>
              <Trans>Mute {name}</Trans>
            </MenuItem>
            <MenuItem onChoose={() => setReporting(true)}>
              <Trans>Report</Trans>
            </MenuItem>
          </>
        )}
      </Menu>
      {reporting ? (
        <Reporting thing={{ kind: 'post', id: post.id }} onClose={() => setReporting(false)} />
      ) : null}
      {away.error ? <ErrorNotice error={away.error} words={feedWords} /> : null}
      <Ask open={asking} title={t`Delete this post?`} onClose={() => setAsking(false)}>
        <p>
          <Trans>It goes for good, with its pictures, comments and reactions.</Trans>
        </p>
        {remove.error ? <ErrorNotice error={remove.error} words={feedWords} /> : null}
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn danger" onClick={() => void remove.run()}>
            <Trans>Delete</Trans>
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsking(false)}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </Ask>
    </>
  );
}
