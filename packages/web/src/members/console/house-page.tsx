import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ConsoleJobs } from '@teahouse/contract/members';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Day } from '../order/parts.tsx';
import { Book } from './book.tsx';
import { ConsolePage, Facts, Part, Size } from './parts.tsx';
import { answersQuery, healthQuery, jobsQuery } from './queries.ts';
import { consoleWords, jobName, rhythmWords } from './words.ts';

function Answers({ half }: { half: 'members' | 'talk' }) {
  const { data, isPending } = useQuery(answersQuery(half));
  if (isPending) return <span className="shimmer">…</span>;
  return data ? (
    <span data-answers={half}>
      <Trans>answers</Trans>
    </span>
  ) : (
    <strong className="text-cinnabar">
      <Trans>does not answer</Trans>
    </strong>
  );
}

function Health() {
  const { t } = useLingui();
  const { data, error } = useQuery(healthQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={5} />;
  const { pool, process, disk, database } = data;
  const places = { secrets: t`Room where the keys lie`, log: t`Room where the public log lies` };
  return (
    <>
      <Part title={<Trans>Health</Trans>}>
        <Facts
          rows={[
            [t`The named half`, <Answers key="members" half="members" />],
            [t`Talk`, <Answers key="talk" half="talk" />],
            [
              t`Connections to the database`,
              <Trans key="pool">
                {pool.total} of {pool.most} open, {pool.idle} idle, {pool.waiting} waiting
              </Trans>,
            ],
            [t`Memory of this process`, <Size key="memory" bytes={process.memory} />],
            ...disk.map(
              ({ place, free, total }) =>
                [
                  places[place],
                  <Trans key={place}>
                    <Size bytes={free} /> of <Size bytes={total} /> free
                  </Trans>,
                ] as const,
            ),
            [t`Versions`, `Node ${process.node} · PostgreSQL ${database.version}`],
          ]}
        />
      </Part>
      <Part title={<Trans>Storage</Trans>}>
        <Facts
          rows={[
            [t`The whole database`, <Size key="all" bytes={database.bytes} />],
            ...database.tables.map(({ name, bytes }) => [name, <Size key={name} bytes={bytes} />] as const),
          ]}
        />
      </Part>
    </>
  );
}

function Last({ last }: { last: ConsoleJobs['jobs'][number]['last'] }) {
  if (!last) return <Trans>not yet</Trans>;
  return last.outcome === 'done' ? (
    <Trans>
      done, <Day day={last.day} />
    </Trans>
  ) : (
    <strong className="text-cinnabar">
      <Trans>
        failed, <Day day={last.day} />
      </Trans>{' '}
      <span className="font-mono text-[0.85rem]">{last.code}</span>
    </strong>
  );
}

function Jobs() {
  const { t } = useLingui();
  const { data, error } = useQuery(jobsQuery);
  if (error) return <ErrorNotice error={error} words={consoleWords} />;
  if (!data) return <RowsSkeleton rows={5} />;
  return (
    <ul className="border-b border-line">
      {data.jobs.map(({ name, rhythm, next, last }) => (
        <li key={name} className="border-t border-line py-3" data-job={name}>
          <div className="flex flex-wrap justify-between gap-x-6">
            <p>{t(jobName(name))}</p>
            <p className="tabular">
              <Last last={last} />
            </p>
          </div>
          <p className="text-[0.88rem] text-ink-2">
            <span className="font-mono">{name}</span> · {t(rhythmWords[rhythm])}
            {next && rhythm !== 'minute' ? (
              <>
                {' · '}
                <Trans>
                  next on <Day day={next} />
                </Trans>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** How the house is: jobs, health, storage and the public log. */
export function HousePage() {
  const { t } = useLingui();
  return (
    <ConsolePage
      title={t`The house`}
      aside={
        <>
          <p>
            <Trans>
              Jobs are kept by the day: a finer time could tell what a single member did. Of mails nothing is
              kept.
            </Trans>
          </p>
          <p>
            <Trans>
              Of talk your browser asks only what anybody may: whether it answers. Its jobs and tables are
              looked at on its own machine.
            </Trans>
          </p>
        </>
      }
    >
      {() => (
        <>
          <Part title={<Trans>Jobs in the background</Trans>}>
            <Jobs />
          </Part>
          <Health />
          <Part title={<Trans>The issuer's public log</Trans>}>
            <Book />
          </Part>
        </>
      )}
    </ConsolePage>
  );
}
