import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ConsoleOverview, Me } from '@teahouse/contract/members';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Day } from '../order/parts.tsx';
import { LimitsOfConsole } from './limits-of-console.tsx';
import { ConsolePage, Facts, Part } from './parts.tsx';
import { overviewQuery } from './queries.ts';
import { consoleWords } from './words.ts';

function Waits({ count, title, children }: { count: number; title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-5 border-t border-line py-4">
      <span
        className={`tabular w-10 flex-none text-right text-[1.6rem] leading-8 ${count ? '' : 'text-ink-2'}`}
      >
        {count}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        <div className="text-[0.93rem] text-ink-2">{children}</div>
      </div>
    </li>
  );
}

const way = 'link inline-flex min-h-11 items-center';

function Waiting({ found, me }: { found: ConsoleOverview; me: Me }) {
  const { oldest, waiting } = found.badges;
  return (
    <ul className="border-b border-line">
      <Waits count={found.proposals} title={<Trans>Companies that were proposed</Trans>}>
        <Link to="/console/companies" className={way}>
          <Trans>Decide on them</Trans>
        </Link>
      </Waits>
      <Waits count={found.claims} title={<Trans>Members who ask to act for a company</Trans>}>
        <Link to="/console/claims" className={way}>
          <Trans>Decide on them</Trans>
        </Link>
      </Waits>
      <Waits count={waiting} title={<Trans>Badges to look at</Trans>}>
        {oldest ? (
          <p>
            <Trans>
              The oldest waits since <Day day={oldest} />.
            </Trans>
          </p>
        ) : null}
        {me.roles.includes('reviewer') ? (
          <Link to="/reviews" className={way}>
            <Trans>Look at them</Trans>
          </Link>
        ) : (
          <p>
            <Trans>Reviewers see them. An operator does not.</Trans>
          </p>
        )}
      </Waits>
      <Waits count={found.cases} title={<Trans>Reports about members</Trans>}>
        <p>
          <Plural value={found.appeals} _0="No appeal waits." one="# appeal waits." other="# appeals wait." />
        </p>
        {me.roles.includes('moderator') ? (
          <Link to="/house" className={way}>
            <Trans>Decide on them</Trans>
          </Link>
        ) : (
          <p>
            <Trans>Moderators of the named half decide on them.</Trans>
          </p>
        )}
      </Waits>
    </ul>
  );
}

function Overview({ me }: { me: Me }) {
  const { t } = useLingui();
  const { data, error } = useQuery(overviewQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={3} />;
  return (
    <>
      <Waiting found={data} me={me} />
      <Part title={<Trans>How much there is</Trans>}>
        <Facts
          rows={[
            [t`Members`, data.members],
            [t`Companies`, data.companies],
            [t`Members suspended today`, data.suspended],
          ]}
        />
      </Part>
      <Part title={<Trans>Reviewers in ninety days</Trans>}>
        {data.reviewers.length === 0 ? (
          <p className="text-ink-2">
            <Trans>Nothing was decided.</Trans>
          </p>
        ) : (
          <Facts
            rows={data.reviewers.map(({ name, accepted, refused }) => [
              name,
              <Trans key={name}>
                {accepted} accepted, {refused} refused
              </Trans>,
            ])}
          />
        )}
      </Part>
    </>
  );
}

/** Where an operator comes in: what waits, and what cannot be done from here. */
export function OverviewPage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`What waits`}
      aside={
        <>
          <LimitsOfConsole />
          <section>
            <h2 className="text-[1rem] text-ink">
              <Trans>Rooms and posts in talk</Trans>
            </h2>
            <p className="mt-1">
              <Trans>
                Talk has a desk and staff of its own, who sign in there and not with this account. So nobody
                can be seen to be a member by what they do at the desk.
              </Trans>
            </p>
            <Link to="/desk" className={way}>
              <Trans>To the desk of talk</Trans>
            </Link>
          </section>
        </>
      }
    >
      {(me) => <Overview me={me} />}
    </ConsolePage>
  );
}
