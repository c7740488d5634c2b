import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SuggestionReason } from '@teahouse/contract/members';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { membersApi } from '../api.ts';
import { useAction } from '../form.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { suggestionsQuery } from './queries.ts';
import { TieActs } from './tie-acts.tsx';
import { peopleWords } from './words.ts';

function Reason({ reason }: { reason: SuggestionReason }) {
  const name = useName();
  if (reason.kind === 'mutuals') {
    const { count } = reason;
    return <Plural value={count} one="# connection in common" other="# connections in common" />;
  }
  if (reason.kind === 'company') {
    const company = name(reason.name);
    return <Trans>You both work or worked at {company}</Trans>;
  }
  const { school } = reason;
  return <Trans>You both learned at {school}</Trans>;
}

/** Members whom one may know, each with the reason, and a way to see them no more. */
export function SuggestionList() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery(suggestionsQuery);
  const dismiss = useAction(async (member: string) => {
    await membersApi.dismissSuggestion({ params: { member } });
    queries.setQueryData(suggestionsQuery.queryKey, (before) => ({
      suggestions: before?.suggestions.filter((one) => one.member.id !== member) ?? [],
    }));
  });
  if (isPending) return <RowsSkeleton rows={4} />;
  if (error) return <ErrorNotice error={error} words={peopleWords} />;
  if (data.suggestions.length === 0) {
    return (
      <Empty
        title={t`Nobody to suggest yet`}
        action={
          <span className="flex flex-wrap gap-3">
            <Link to="/work" className="btn">
              <Trans>Prove where you work</Trans>
            </Link>
            <Link to="/search" search={{}} className="btn quiet">
              <Trans>Look for somebody</Trans>
            </Link>
          </span>
        }
      >
        <Trans>
          Prove where you work, or say on your page where you learned: then colleagues and schoolmates are
          found. With your first connections theirs come too.
        </Trans>
      </Empty>
    );
  }
  return (
    <>
      {dismiss.error ? <ErrorNotice error={dismiss.error} words={peopleWords} /> : null}
      <ul className="border-b border-line">
        {data.suggestions.map(({ member, reason }) => (
          <MemberLine
            key={member.id}
            member={member}
            acts={
              <>
                <TieActs small member={member} tie="none" />
                <button
                  type="button"
                  className="icon-btn"
                  aria-label={t`Not interested in ${member.name}`}
                  title={t`Not interested`}
                  onClick={() => void dismiss.run(member.id)}
                >
                  <CloseIcon />
                </button>
              </>
            }
          >
            <p className="mt-1 text-[0.88rem] text-ink-2" data-reason={reason.kind}>
              <Reason reason={reason} />
            </p>
          </MemberLine>
        ))}
      </ul>
    </>
  );
}
