import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { suggestionsQuery } from '../network/queries.ts';
import { MemberLine } from '../profile/member-line.tsx';
import { useFeedCache } from './queries.ts';
import { feedWords } from './words.ts';

/** As many are offered: enough to begin with. */
const few = 6;

/** Members to follow, so that there is something to read. Nothing where the house knows of nobody yet. */
function Offers() {
  const { t } = useLingui();
  const cache = useFeedCache();
  const { data } = useQuery(suggestionsQuery);
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const follow = useAction(async (member: string) => {
    await membersApi.follow({ params: { member } });
    setFollowed((before) => [...before, member]);
  });
  if (!data || data.suggestions.length === 0) return null;
  return (
    <section className="pb-10" data-begin>
      <h2 className="pb-3">
        <Trans>Whom you could follow</Trans>
      </h2>
      {follow.error ? <ErrorNotice error={follow.error} words={feedWords} /> : null}
      <ul className="border-b border-line">
        {data.suggestions.slice(0, few).map(({ member }) => {
          const { name } = member;
          return (
            <MemberLine
              key={member.id}
              member={member}
              brief
              acts={
                followed.includes(member.id) ? (
                  <span className="text-[0.9rem] text-ink-2">
                    <Trans>followed</Trans>
                  </span>
                ) : (
                  <button
                    type="button"
                    className="btn quiet px-4 text-[0.9rem]"
                    aria-label={t`Follow ${name}`}
                    onClick={() => void follow.run(member.id)}
                  >
                    <Trans>Follow</Trans>
                  </button>
                )
              }
            />
          );
        })}
      </ul>
      {followed.length > 0 ? (
        <button type="button" className="btn mt-5" onClick={() => void cache.refresh()}>
          <Trans>Read what they tell</Trans>
        </button>
      ) : null}
    </section>
  );
}

/** A feed of which nothing is there yet: what will stand in it, and how to begin. */
export function Begin() {
  const { t } = useLingui();
  return (
    <>
      <Empty
        title={t`Nobody has told anything yet`}
        action={
          <Link to="/network" className="btn quiet">
            <Trans>Find people</Trans>
          </Link>
        }
      >
        <Trans>Here stands what your connections post, and those you follow. Begin with a post.</Trans>
      </Empty>
      <Offers />
    </>
  );
}
