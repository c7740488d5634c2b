import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import { Paged } from '../paged.tsx';
import { Avatar } from '../profile/avatar.tsx';
import { postsQuery } from './queries.ts';
import type { Question } from './question.ts';
import { searchWords } from './words.ts';

/** Posts that say it, the newest first. */
export function PostsFoundList({ question }: { question: Question }) {
  const { t, i18n } = useLingui();
  const pages = useInfiniteQuery(postsQuery(question));
  const found = pages.data?.pages.flatMap((page) => page.posts) ?? [];
  const people = new Map(
    pages.data?.pages.flatMap((page) => page.people.map((one) => [one.id, one] as const)),
  );
  const format = new Intl.DateTimeFormat(i18n.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return (
    <Paged
      words={searchWords}
      pages={pages}
      count={found.length}
      empty={
        <Empty title={t`No post found`}>
          <Trans>
            Posts are found by their words; what is for connections is found by connections alone.
          </Trans>
        </Empty>
      }
    >
      {found.map(({ id, author, day, text }) => {
        const member = people.get(author);
        if (!member) return null;
        return (
          <li key={id} className="flex gap-4 border-t border-line py-4 first:border-t-0" data-post={id}>
            <Avatar name={member.name} photo={member.photo} size={40} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-3 text-[0.92rem]">
                <Link
                  to="/in/$handle"
                  params={{ handle: member.handle }}
                  className="-my-1.5 inline-flex min-h-11 items-center font-semibold hover:text-celadon"
                >
                  {member.name}
                </Link>
                <time dateTime={day} className="text-ink-2">
                  {format.format(new Date(day))}
                </time>
              </p>
              <Link to="/p/$post" params={{ post: id }} className="words line-clamp-4 hover:text-celadon">
                {text}
              </Link>
            </div>
          </li>
        );
      })}
    </Paged>
  );
}
