import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { MemberCard, SharedPost } from '@teahouse/contract/members';
import { Avatar } from '../profile/avatar.tsx';
import { Employer } from '../profile/member-line.tsx';
import { useDayWords } from './day-words.ts';
import { ConnectionsIcon, EveryoneIcon } from './icons.tsx';

/** Who said it, on which day, and for whom. */
export function PostHead({
  author,
  post,
  small = false,
}: {
  author: MemberCard;
  post: Pick<SharedPost, 'id' | 'day' | 'edited' | 'audience'>;
  small?: boolean;
}) {
  const { t } = useLingui();
  const day = useDayWords()(post.day);
  const { name, handle, photo, headline, employer } = author;
  const readers = post.audience === 'everyone' ? t`for readers of the author’s page` : t`for connections`;
  return (
    <div className="flex min-w-0 items-start gap-3">
      <Avatar name={name} photo={photo} size={small ? 40 : 48} />
      <div className="min-w-0 flex-1">
        <Link
          to="/in/$handle"
          params={{ handle }}
          className="-my-1 inline-flex min-h-8 items-center font-semibold hover:text-celadon"
        >
          {name}
        </Link>
        {headline || employer ? (
          <p className="truncate text-[0.88rem] text-ink-2">
            {headline || (employer ? <Employer employer={employer} /> : null)}
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-1.5 text-[0.84rem] text-ink-2">
          <Link to="/p/$post" params={{ post: post.id }} className="hover:underline">
            <time dateTime={post.day}>{day}</time>
          </Link>
          <span aria-hidden="true">·</span>
          <span title={readers} className="inline-flex items-center">
            {post.audience === 'everyone' ? <EveryoneIcon /> : <ConnectionsIcon />}
            <span className="sr-only">{readers}</span>
          </span>
          {post.edited ? (
            <>
              <span aria-hidden="true">·</span>
              <span>
                <Trans>edited</Trans>
              </span>
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}
