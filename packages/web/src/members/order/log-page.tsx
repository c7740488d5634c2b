import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../../shell/use-title.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { SignedIn } from '../session.tsx';
import { Counts } from './counts.tsx';
import { Decided } from './decided.tsx';
import { HouseTabs, MoreButton } from './parts.tsx';
import { logQuery } from './queries.ts';
import { orderWords } from './words.ts';

function Log() {
  const { t } = useLingui();
  const pages = useInfiniteQuery(logQuery);
  if (pages.isPending) return <RowsSkeleton rows={4} />;
  if (pages.error) return <ErrorNotice error={pages.error} words={orderWords} />;
  const decisions = pages.data.pages.flatMap((page) => page.decisions);
  if (decisions.length === 0)
    return (
      <Empty title={t`No decision yet`}>
        <Trans>Every decision will stand here, with its reason.</Trans>
      </Empty>
    );
  return (
    <>
      <ul className="border-b border-line">
        {decisions.map((decision) => (
          <li key={decision.id} className="border-t border-line py-4">
            <Link
              to="/house/case/$case"
              params={{ case: decision.case }}
              className="inline-flex min-h-11 items-center font-semibold hover:text-celadon"
            >
              {decision.owner.name}
            </Link>
            <Decided decision={decision} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  );
}

/** All decisions of the named half; the numbers beside them are public. */
export function LogPage() {
  const { t } = useLingui();
  useTitle(t`Log`);
  return (
    <SignedIn>
      {() => (
        <div className="page">
          <h1 className="pt-8 pb-4 sm:pt-14">
            <Trans>Order in the named half</Trans>
          </h1>
          <HouseTabs here="log" />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-20 gap-y-8 pt-4 lg:grid-cols-[minmax(0,40rem)_minmax(0,18rem)]">
            <div>
              <Log />
            </div>
            <aside className="text-[0.95rem] text-ink-2">
              <Counts />
            </aside>
          </div>
        </div>
      )}
    </SignedIn>
  );
}
