import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { OpenPeople } from '@teahouse/contract/members';
import { useState } from 'react';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { hiringWords } from '../messages/words.ts';
import { Paged } from '../paged.tsx';
import { MemberLine } from '../profile/member-line.tsx';
import { SignedIn } from '../session.tsx';
import { OpenFilters } from './filters.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { openPeopleQuery } from './queries.ts';
import { type OpenSearch, readOpenSearch } from './question.ts';
import { Wish } from './wish.tsx';

const route = getRouteApi('/hire/hire/people');

function Line({ found: { member, open } }: { found: OpenPeople['people'][number] }) {
  const [inviting, setInviting] = useState(false);
  const [invited, setInvited] = useState(false);
  return (
    <MemberLine
      member={member}
      acts={
        invited ? (
          <span role="status" className="text-ink-2">
            <Trans>Invited</Trans>
          </span>
        ) : (
          <button type="button" className="btn quiet" onClick={() => setInviting(true)}>
            <Trans>Invite to apply</Trans>
          </button>
        )
      }
    >
      <Wish open={open} />
      {inviting ? (
        <InviteSheet
          member={member}
          onClose={(done) => {
            setInviting(false);
            if (done) setInvited(true);
          }}
        />
      ) : null}
    </MemberLine>
  );
}

function List({ search }: { search: OpenSearch }) {
  const { t } = useLingui();
  const pages = useInfiniteQuery(openPeopleQuery(search));
  const people = pages.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <Paged
      words={hiringWords}
      pages={pages}
      count={people.length}
      empty={
        <Empty title={t`Nobody to be shown`}>
          <Trans>Ask for less at once, or post the job: alerts tell members of it.</Trans>
        </Empty>
      }
    >
      {people.map((found) => (
        <Line key={found.member.id} found={found} />
      ))}
    </Paged>
  );
}

/** Members who are open to work, for recruiters. */
export function PeoplePage() {
  const { t } = useLingui();
  useTitle(t`People open to work`);
  const navigate = useNavigate();
  const search = readOpenSearch(route.useSearch() as Record<string, unknown>);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-2 sm:pt-14">
            <Trans>People open to work</Trans>
          </h1>
          <p className="max-w-[52rem] pb-5 text-ink-2">
            <Trans>
              They said so themselves, to recruiters alone. Whoever has, had or claims a job at one of your
              companies, or at one that belongs to the same group, is never shown to you.
            </Trans>{' '}
            <Link to="/jobs/mine" search={{ view: 'posted' }} className="link">
              <Trans>Your jobs</Trans>
            </Link>
          </p>
          <div className="max-w-[52rem]">
            <OpenFilters
              search={search}
              onAsk={(next) => void navigate({ to: '/hire/people', search: next })}
            />
            <div className="pt-6">
              <List key={JSON.stringify(search)} search={search} />
            </div>
            <p className="mt-6 text-[0.86rem] text-ink-2">
              <Trans>In an order that means nothing, and nobody counts them.</Trans>
            </p>
          </div>
        </div>
      )}
    </SignedIn>
  );
}
