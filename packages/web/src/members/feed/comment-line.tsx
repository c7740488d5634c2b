import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Comment, MemberCard } from '@teahouse/contract/members';
import { membersLimits } from '@teahouse/contract/members/limits';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { Reporting } from '../order/report-way.tsx';
import { Avatar } from '../profile/avatar.tsx';
import { useDayWords } from './day-words.ts';
import { EditForm } from './edit-form.tsx';
import { PostText } from './post-text.tsx';
import { feedWords } from './words.ts';

/** A comment, or an answer to one, a step further in. */
export function CommentLine({
  comment,
  author,
  me,
  onAnswer,
  onChanged,
}: {
  comment: Comment;
  author: MemberCard;
  me: string | undefined;
  onAnswer: () => void;
  onChanged: (gone: boolean) => Promise<unknown>;
}) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [reporting, setReporting] = useState(false);
  const day = useDayWords()(comment.day);
  const { id, text, edited, under, deletable } = comment;
  const { name, handle, photo } = author;
  const remove = useAction(async () => {
    await membersApi.deleteComment({ params: { comment: id } });
    await onChanged(true);
  });
  return (
    <li className={`flex gap-3 pt-4 ${under ? 'pl-10' : ''}`} data-comment={id}>
      <Avatar name={name} photo={photo} size={40} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link to="/in/$handle" params={{ handle }} className="font-semibold hover:text-celadon">
            {name}
          </Link>
          <span className="text-[0.82rem] text-ink-2">
            <time dateTime={comment.day}>{day}</time>
            {edited ? (
              <>
                {' · '}
                <Trans>edited</Trans>
              </>
            ) : null}
          </span>
        </p>
        {editing ? (
          <EditForm
            text={text}
            most={membersLimits.commentCharacters}
            onClose={() => setEditing(false)}
            onSave={async (words) => {
              await membersApi.editComment({ params: { comment: id }, body: { text: words } });
              await onChanged(false);
            }}
          />
        ) : (
          <PostText text={text} />
        )}
        {me && !editing ? (
          <p className="flex gap-x-4">
            <button type="button" className="act" aria-label={t`Reply to ${name}`} onClick={onAnswer}>
              <Trans>Reply</Trans>
            </button>
            {author.id === me ? (
              <button type="button" className="act" onClick={() => setEditing(true)}>
                <Trans>Edit</Trans>
              </button>
            ) : (
              <button
                type="button"
                className="act"
                aria-label={t`Report the comment by ${name}`}
                onClick={() => setReporting(true)}
              >
                <Trans>Report</Trans>
              </button>
            )}
            {deletable ? (
              <button type="button" className="act danger" onClick={() => void remove.run()}>
                <Trans>Delete</Trans>
              </button>
            ) : null}
          </p>
        ) : null}
        {reporting ? <Reporting thing={{ kind: 'comment', id }} onClose={() => setReporting(false)} /> : null}
        {remove.error ? <ErrorNotice error={remove.error} words={feedWords} /> : null}
      </div>
    </li>
  );
}
