import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FoundBy } from '@teahouse/contract/members';
import { Empty } from '../../ui/empty.tsx';
import { Paged } from '../paged.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { Facets } from './facets.tsx';
import { peopleQuery } from './queries.ts';
import type { Question } from './question.ts';
import { searchWords } from './words.ts';

/** Why somebody stands here; nothing where only a list was narrowed. */
function By({ by }: { by: FoundBy }) {
  const words = {
    name: <Trans>The whole name</Trans>,
    part: <Trans>Part of the name</Trans>,
    page: <Trans>On the page</Trans>,
    likeness: <Trans>A name like it</Trans>,
  }[by];
  return <p className="mt-1 text-[0.84rem] text-ink-2">{words}</p>;
}

/** Members who fit, with what they can be narrowed by. */
export function PeopleFoundList({
  question,
  onChange,
}: {
  question: Question;
  onChange: (next: Question) => void;
}) {
  const { t } = useLingui();
  const pages = useInfiniteQuery(peopleQuery(question));
  const found = pages.data?.pages.flatMap((page) => page.found) ?? [];
  const isLike = found[0]?.by === 'likeness';
  return (
    <Facets question={question} onChange={onChange}>
      {isLike ? (
        <p className="notice mb-4 text-[0.95rem]">
          <Trans>Nobody is found by exactly that. These names come close.</Trans>
        </p>
      ) : null}
      <Paged
        words={searchWords}
        pages={pages}
        count={found.length}
        empty={
          <Empty title={t`Nobody found`}>
            <Trans>
              A name can be typed in characters, in pinyin or in Latin letters, and with a slip of the finger.
              What a member keeps to connections is found by connections alone.
            </Trans>
          </Empty>
        }
      >
        {found.map(({ member, by }) => (
          <MemberLine key={member.id} member={member}>
            {question.q && !isLike ? <By by={by} /> : null}
          </MemberLine>
        ))}
      </Paged>
      {found.length > 0 && question.q ? (
        <p className="mt-6 text-[0.86rem] text-ink-2">
          <Trans>
            In this order: how well the name fits, then how near the member is to you, then by chance. Nobody
            can pay to stand higher.
          </Trans>
        </p>
      ) : null}
    </Facets>
  );
}
