import { Trans, useLingui } from '@lingui/react/macro';
import { usePrefetchInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { useName } from '../../ui/use-name.ts';
import { Sheet } from '../form.tsx';
import { SignedIn } from '../session.tsx';
import { BoardView } from './board-view.tsx';
import { CandidateSheet } from './candidate-sheet.tsx';
import { ExportLinks } from './filters.tsx';
import { boardQuery } from './queries.ts';
import { useBoard } from './use-board.ts';
import { hireWords } from './words.ts';

const route = getRouteApi('/hire/hire/$job');

function Shown({ job }: { job: string }) {
  const { t } = useLingui();
  const board = useBoard(job);
  const { application } = route.useSearch();
  const navigate = useNavigate();
  const name = useName();
  const { head, pages, refused, isSaving } = board;
  useTitle(head ? `${head.job.title} · ${t`Hiring`}` : t`Hiring`);
  if (pages.error && !head)
    return (
      <Sheet title={t`This job`}>
        <ErrorNotice error={pages.error} words={hireWords} />
      </Sheet>
    );
  if (!head) return <PageSkeleton />;
  const open = (id: string | undefined) =>
    void navigate({
      to: '/hire/$job',
      params: { job },
      search: id === undefined ? {} : { application: id },
      replace: true,
    });
  const card = board.cards.find(({ id }) => id === application);
  return (
    <div className="flex w-full flex-col gap-4 px-[clamp(1.15rem,2vw,2.5rem)] pt-6 pb-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-[0.9rem]">
            <Link to="/hire" className="act">
              ← <Trans>All jobs</Trans>
            </Link>
          </p>
          <h1 className="text-[1.7rem]">{head.job.title}</h1>
          <p className="text-ink-2">
            {name(head.job.company.name)}{' '}
            <span role="status" className="text-[0.9rem]">
              {isSaving ? <Trans>· saving…</Trans> : null}
            </span>
          </p>
        </div>
        <ExportLinks job={job} />
      </div>
      {refused ? <ErrorNotice error={refused} words={hireWords} /> : null}
      <BoardView job={job} board={board} onOpen={open} />
      {application ? (
        <CandidateSheet
          key={application}
          application={application}
          labels={head.labels}
          company={head.job.company.id}
          job={job}
          stage={card?.stage}
          isSaving={isSaving}
          onMove={(stage) => void board.move(new Set([application]), { stage })}
          onLabel={board.setLabel}
          onClose={() => open(undefined)}
        />
      ) : null}
    </div>
  );
}

/** The board of a job, for its recruiters. */
export function BoardPage() {
  const { job } = route.useParams();
  // Asked for beside the question who is signed in, and not after it.
  usePrefetchInfiniteQuery(boardQuery(job));
  return <SignedIn>{() => <Shown key={job} job={job} />}</SignedIn>;
}
