import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HireJob } from '@teahouse/contract/members';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { useName } from '../../ui/use-name.ts';
import { Place } from '../jobs/facts.tsx';
import { Paged } from '../paged.tsx';
import { SignedIn } from '../session.tsx';
import { stages } from './board-state.ts';
import { hireJobsQuery } from './queries.ts';
import { columnWords, hireWords } from './words.ts';

function Line({ line: { job, counts } }: { line: HireJob }) {
  const { t } = useLingui();
  const company = useName()(job.company.name);
  const all = stages.reduce((sum, stage) => sum + counts[stage], 0);
  return (
    <li className="border-t border-line py-4" data-job={job.id}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="min-w-0 flex-1 basis-64 font-sans text-[1.08rem] font-semibold [overflow-wrap:anywhere]">
          <Link
            to="/hire/$job"
            params={{ job: job.id }}
            search={{}}
            className="inline-flex min-h-11 items-center hover:text-celadon"
          >
            {job.title}
          </Link>
        </h2>
        <p>
          <Plural value={all} _0="no application" one="# application" other="# applications" />
        </p>
      </div>
      <p className="text-[0.95rem] text-ink-2">
        {company} · <Place job={job} /> {job.open ? null : <Trans>· closed</Trans>}
      </p>
      {all > 0 ? (
        <p className="mt-1 flex flex-wrap gap-x-4 text-[0.88rem] text-ink-2">
          {stages
            .filter((stage) => counts[stage] > 0)
            .map((stage) => (
              <span key={stage}>
                {t(columnWords[stage])} <span className="tabular text-ink">{counts[stage]}</span>
              </span>
            ))}
        </p>
      ) : null}
    </li>
  );
}

function Lines() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(hireJobsQuery);
  const lines = pages.data?.pages.flatMap((page) => page.jobs) ?? [];
  return (
    <Paged
      words={hireWords}
      pages={pages}
      count={lines.length}
      empty={
        <Empty title={t`No job is yours to fill`}>
          <Trans>Recruiters see here who applied for the jobs of their company.</Trans>
        </Empty>
      }
    >
      {lines.map((line) => (
        <Line key={line.job.id} line={line} />
      ))}
    </Paged>
  );
}

/** Jobs whose recruiter the member is, each with the way to its board. */
export function HirePage() {
  const { t } = useLingui();
  useTitle(t`Hiring`);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Hiring</Trans>
          </h1>
          <p className="max-w-[40rem] text-ink-2">
            <Trans>
              Each job has a board. How many applied is seen here by recruiters of the company, and by nobody
              else.
            </Trans>
          </p>
          <div className="max-w-[52rem] pt-6">
            <Lines />
          </div>
        </div>
      )}
    </SignedIn>
  );
}
