import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { talkPrefix } from '@teahouse/contract/talk/paths';
import { useTitle } from '../../shell/use-title.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { talk } from '../read/api.ts';
import { createReading, useReading } from '../read/reading.ts';
import { MonthCounts } from './month-view.tsx';

const counts = createReading({ read: async () => (await talk.decisionCounts()).months });

/** How anybody can check the figures. */
function Recount() {
  const address = `${window.location.origin}${talkPrefix}/log`;
  return (
    <section className="mt-10 space-y-2">
      <h2>
        <Trans>Count it yourself</Trans>
      </h2>
      <p className="text-ink-2">
        <Trans>
          These figures are added up from the decisions. Each decision is also an entry of kind “moderation”
          in talk's log, which only grows and whose checkpoints others hold: fetch the log, check it, and
          count the entries. For rooms that only colleagues read the log says that something was decided, not
          about what.
        </Trans>
      </p>
      <code className="block rounded-lg bg-paper-2 px-3 py-2 text-[0.85rem] break-all">
        teahouse log check {address}
      </code>
      <p className="flex flex-wrap gap-x-6">
        <Link to="/log/decisions" className="link inline-flex min-h-11 items-center">
          <Trans>Every single decision</Trans>
        </Link>
        <Link to="/log" className="link inline-flex min-h-11 items-center">
          <Trans>The logs</Trans>
        </Link>
      </p>
    </section>
  );
}

/** What moderation did, month by month, counted from its public log. */
export function TransparencyPage() {
  const { t } = useLingui();
  useTitle(t`Moderation in figures`);
  const { data, error } = useReading(counts);
  return (
    <div className="page pt-8 sm:pt-12">
      <div className="column">
        <h1>
          <Trans>Moderation in figures</Trans>
        </h1>
        <p className="mt-3 text-ink-2">
          <Trans>
            How much was said, how much of it was reported or decided about, by whom, and how often a decision
            did not hold. Nothing here counts persons: the house does not know any.
          </Trans>
        </p>
        {error && !data ? (
          <div className="pt-5">
            <ErrorNotice error={error} />
          </div>
        ) : null}
        {data || error ? null : (
          <div className="pt-6">
            <RowsSkeleton rows={3} />
          </div>
        )}
        {data?.length === 0 ? (
          <p className="mt-6 border-t border-line pt-5 text-ink-2">
            <Trans>Nothing has been decided yet.</Trans>
          </p>
        ) : null}
        {data?.map((month) => (
          <MonthCounts key={month.month} month={month} />
        ))}
        <Recount />
      </div>
    </div>
  );
}
