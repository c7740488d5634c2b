import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { InvitationList } from '../open/invitations-way.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { Alerts } from './alerts.tsx';
import { Applied } from './applied.tsx';
import { JobLine } from './job-line.tsx';
import { postedQuery, savedQuery } from './queries.ts';
import { ReferralList } from './referrals.tsx';
import { SaveButton } from './save-button.tsx';
import { JobTabs, type MineView, mineViews } from './tabs.tsx';
import { jobWords } from './words.ts';

const route = getRouteApi('/members/jobs/mine');

function Saved() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(savedQuery);
  const jobs = pages.data?.pages.flatMap((page) => page.jobs) ?? [];
  return (
    <Paged
      words={jobWords}
      pages={pages}
      count={jobs.length}
      empty={
        <Empty title={t`Nothing is saved`}>
          <Trans>Jobs that you save stand here, for you alone.</Trans>
        </Empty>
      }
    >
      {jobs.map((job) => (
        <JobLine key={job.id} job={job} acts={<SaveButton job={job} small />} />
      ))}
    </Paged>
  );
}

function Posted() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(postedQuery);
  const jobs = pages.data?.pages.flatMap((page) => page.jobs) ?? [];
  return (
    <>
      <p className="flex flex-wrap gap-3 pb-5">
        <Link to="/jobs/post" search={{}} className="btn">
          <Trans>Post a job</Trans>
        </Link>
        <Link to="/hire/people" search={{}} className="btn quiet">
          <Trans>People open to work</Trans>
        </Link>
      </p>
      <Paged
        words={jobWords}
        pages={pages}
        count={jobs.length}
        empty={
          <Empty title={t`No job is posted`}>
            <Trans>
              Recruiters post jobs in the name of their company; whoever owns its page names them.
            </Trans>
          </Empty>
        }
      >
        {jobs.map((job) => (
          <JobLine
            key={job.id}
            job={job}
            acts={
              <>
                <Link to="/hire/$job" params={{ job: job.id }} search={{}} className="act">
                  <Trans>Applications</Trans>
                </Link>
                <Link to="/jobs/post" search={{ job: job.id }} className="act">
                  <Trans>Edit the job</Trans>
                </Link>
              </>
            }
          />
        ))}
      </Paged>
    </>
  );
}

const bodies: Record<MineView, () => React.ReactNode> = {
  applied: Applied,
  saved: Saved,
  alerts: Alerts,
  referrals: ReferralList,
  invitations: InvitationList,
  posted: Posted,
};

/** What a member has to do with jobs: applied for, saved, looked for, referred, posted. */
export function MinePage() {
  const { t } = useLingui();
  useTitle(t`My jobs`);
  const { view: given } = route.useSearch() as { view?: unknown };
  const view = mineViews.find((one) => one === given) ?? 'applied';
  const Body = bodies[view];
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>My jobs</Trans>
          </h1>
          <JobTabs here={view} />
          <div className="max-w-[52rem] pt-6">
            <Body />
          </div>
        </div>
      )}
    </SignedIn>
  );
}
