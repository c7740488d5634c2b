import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Empty } from '../../ui/empty.tsx';
import { Paged } from '../paged.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { requestsQuery } from './queries.ts';
import { RequestNote } from './request-note.tsx';
import { TieActs } from './tie-acts.tsx';
import { peopleWords } from './words.ts';

/** Requests that wait for the member's answer; nothing where there are none. */
export function Received() {
  const pages = useInfiniteQuery(requestsQuery('received'));
  const requests = pages.data?.pages.flatMap((page) => page.requests) ?? [];
  if (!pages.error && requests.length === 0) return null;
  return (
    <section className="rise mb-12">
      <h2 className="pb-3">
        <Trans>They would like to connect</Trans>
      </h2>
      <Paged words={peopleWords} pages={pages} count={requests.length} empty={null}>
        {requests.map(({ member, note }) => (
          <MemberLine key={member.id} member={member} acts={<TieActs small member={member} tie="received" />}>
            <RequestNote note={note} from={member} />
          </MemberLine>
        ))}
      </Paged>
    </section>
  );
}

/** Requests that the member made and that wait. */
export function Sent() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(requestsQuery('sent'));
  const requests = pages.data?.pages.flatMap((page) => page.requests) ?? [];
  return (
    <Paged
      words={peopleWords}
      pages={pages}
      count={requests.length}
      empty={
        <Empty title={t`No request is waiting`}>
          <Trans>What you ask of others stands here until they answer, or you take it back.</Trans>
        </Empty>
      }
    >
      {requests.map(({ member, note }) => (
        <MemberLine key={member.id} member={member} acts={<TieActs small member={member} tie="sent" />}>
          <RequestNote note={note} />
        </MemberLine>
      ))}
    </Paged>
  );
}
