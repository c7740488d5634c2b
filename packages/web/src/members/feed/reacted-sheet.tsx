import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { More } from '../paged.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { reactionsQuery } from './queries.ts';
import { useReactionNames } from './reaction-bar.tsx';
import { feedWords } from './words.ts';

/** Who reacted, and how. The order says nothing. */
export function ReactedSheet({ post, onClose }: { post: string; onClose: () => void }) {
  const { t } = useLingui();
  const names = useReactionNames();
  const pages = useInfiniteQuery(reactionsQuery(post));
  const { data, error } = pages;
  return (
    <Sheet title={t`Reactions`} onClose={onClose}>
      {error ? <ErrorNotice error={error} words={feedWords} /> : null}
      {data ? (
        <ul>
          {data.pages
            .flatMap(({ reactions }) => reactions)
            .map(({ member, kind }) => (
              <MemberLine key={member.id} member={member}>
                <p className="text-[0.88rem] text-celadon">{names[kind]}</p>
              </MemberLine>
            ))}
        </ul>
      ) : error ? null : (
        <RowsSkeleton rows={3} />
      )}
      <More pages={pages} />
    </Sheet>
  );
}
